package io.deskbell.shared.web;

import java.io.IOException;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Makes problems, also where no controller is in reach (filters). */
@Component
@RequiredArgsConstructor
public class Problems {

    private final JsonMapper mapper;

    static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(refusal.getCode(), refusal.getDetail());
        if (!refusal.getErrors().isEmpty()) {
            problem.setProperty("errors", refusal.getErrors());
        }
        return problem;
    }

    static ProblemDetail of(ProblemCode code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.getStatus(), detail);
        problem.setProperty("code", code.name());
        return problem;
    }

    public void write(HttpServletResponse response, ProblemCode code, String detail) throws IOException {
        response.setStatus(code.getStatus().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(this.mapper.writeValueAsBytes(of(code, detail)));
    }

}
