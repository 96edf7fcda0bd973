package io.deskbell.shared;

import java.util.List;

import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * A caller's request was refused. The detail is shown to the caller: it says what to do
 * next and never reveals what the caller may not see.
 */
@Getter
public class Refusal extends RuntimeException {

    private final ProblemCode code;

    private final String detail;

    private final transient List<FieldProblem> errors;

    private final @Nullable Long retryAfterSeconds;

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of(), null);
    }

    private Refusal(ProblemCode code, String detail, List<FieldProblem> errors, @Nullable Long retryAfterSeconds) {
        super(code + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = errors;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static Refusal notFound() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is nothing here that you may see.");
    }

    public static Refusal invalid(String field, String detail) {
        return invalid(List.of(new FieldProblem(field, detail)));
    }

    public static Refusal invalid(List<FieldProblem> errors) {
        return new Refusal(ProblemCode.INVALID_REQUEST, "Some fields are not right; see errors.", errors, null);
    }

    public static Refusal tooManyAttempts(long retryAfterSeconds) {
        return new Refusal(ProblemCode.TOO_MANY_ATTEMPTS,
                "Too many attempts. Try again in " + retryAfterSeconds + " seconds.", List.of(), retryAfterSeconds);
    }

}
