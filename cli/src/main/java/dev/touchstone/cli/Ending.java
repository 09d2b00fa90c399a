package dev.touchstone.cli;

import dev.touchstone.formats.InvalidReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every failure into a sentence and an exit code; nobody is shown a stack trace. */
final class Ending implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Terminal terminal;

    Ending(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
        return end(troubleOf(failure));
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        if (failure.getCause() instanceof Trouble trouble) {
            return end(trouble);
        }
        return end(
                Trouble.wrongUse(
                        "trouble.usage",
                        Objects.requireNonNullElse(failure.getMessage(), ""),
                        failure.getCommandLine().getCommandSpec().qualifiedName()));
    }

    private int end(Trouble trouble) {
        var text = trouble.text(terminal.texts());
        terminal.note("trouble", text);
        terminal.object(Map.of("error", Map.of("kind", trouble.key(), "message", text)));
        return trouble.exit();
    }

    private Trouble troubleOf(Throwable failure) {
        return switch (failure) {
            case Trouble trouble -> trouble;
            case NoSuchFileException absent ->
                    Trouble.wrongUse("trouble.noFile", String.valueOf(absent.getFile()));
            case AccessDeniedException denied ->
                    Trouble.wrongUse("trouble.unreadable", String.valueOf(denied.getFile()));
            case FileSystemException other ->
                    Trouble.wrongUse(
                            "trouble.file",
                            String.valueOf(other.getFile()),
                            String.valueOf(other.getReason()));
            case InvalidReport invalid -> Trouble.wrongUse("trouble.report", message(invalid));
            case IOException other -> Trouble.wrongUse("trouble.io", message(other));
            default -> {
                if (!terminal.environment("TOUCHSTONE_DEBUG", "").isEmpty()) {
                    failure.printStackTrace();
                }
                yield failure.getCause() instanceof Exception cause
                                && !(cause instanceof RuntimeException)
                        ? troubleOf(cause)
                        : Trouble.wrongUse(
                                "trouble.unexpected",
                                failure.getClass().getSimpleName() + ": " + message(failure));
            }
        };
    }

    private static String message(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }
}
