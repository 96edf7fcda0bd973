package io.deskbell.shared;

/** An invalid field of a request, and what is wrong with it. */
public record FieldProblem(String field, String detail) {
}
