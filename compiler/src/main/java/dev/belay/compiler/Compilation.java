package dev.belay.compiler;

import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.Severity;

import java.util.List;

/**
 * What became of a description. Immutable.
 *
 * @param files the files, sorted by path; none if there is an error
 * @param diagnostics all problems, those of reading the description included
 */
public record Compilation(List<SourceFile> files, List<Diagnostic> diagnostics) {
    public Compilation {
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether there is an error. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
