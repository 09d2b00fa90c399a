package dev.touchstone.formats;

import dev.touchstone.formats.shape.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Opens a JSON file for one pass; what is not JSON, or too deep or too long, is refused. */
final class JsonFile {
    static final int MOST_DEPTH = 200;
    static final int MOST_TEXT = 16 << 20;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxStringLength(MOST_TEXT)
                                    .maxNameLength(4_096)
                                    .maxNumberLength(1_000)
                                    .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private JsonFile() {}

    /** One pass over the file. */
    interface Pass<T> {
        T over(JsonParser parser) throws InvalidReport;
    }

    static <T> T read(Path file, Pass<T> pass) throws IOException, InvalidReport {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return pass.over(parser);
        } catch (TooMuch stopped) {
            throw stopped.refusal();
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (UnexpectedEndOfInputException cut) {
            throw InvalidReport.at(
                    place(cut), "the file ends too early; it was cut off on its way here");
        } catch (StreamConstraintsException tooMuch) {
            throw InvalidReport.at(place(tooMuch), limit(tooMuch.getOriginalMessage()));
        } catch (JacksonException broken) {
            throw InvalidReport.at(place(broken), "is not JSON: " + broken.getOriginalMessage());
        }
    }

    private static String place(JacksonException exception) {
        return exception.getLocation() == null
                ? "1:1"
                : Place.lineAndColumn(exception.getLocation());
    }

    private static String limit(String message) {
        if (message.contains("nesting depth")) {
            return "is nested deeper than %d levels".formatted(MOST_DEPTH);
        }
        if (message.contains("String value length")) {
            return "has a text longer than %d characters".formatted(MOST_TEXT);
        }
        return "has a name or a number that is too long";
    }
}
