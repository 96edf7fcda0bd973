package io.deskbell.shared.web;

import java.util.List;

import io.deskbell.shared.FieldProblem;
import io.deskbell.shared.Refusal;
import jakarta.validation.Validator;
import lombok.RequiredArgsConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Applies a {@code PATCH}: only the given fields change, and an explicit null sets null.
 */
@Component
@RequiredArgsConstructor
public class MergePatch {

    private final JsonMapper mapper;

    private final Validator validator;

    /**
     * Returns the patched object, validated by its constraints.
     * @throws Refusal {@code INVALID_REQUEST} naming the invalid fields
     */
    @SuppressWarnings("unchecked")
    public <T> T apply(T current, ObjectNode given) {
        ObjectNode merged = this.mapper.valueToTree(current);
        merged.setAll(given);
        T changed = read(merged, (Class<T>) current.getClass());
        List<FieldProblem> problems = this.validator.validate(changed)
            .stream()
            .map((violation) -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
            .toList();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return changed;
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return this.mapper.treeToValue(merged, type);
        }
        catch (JacksonException ex) {
            throw Refusal.invalid(ProblemAdvice.fieldOf(ex), "not a value that fits here");
        }
    }

}
