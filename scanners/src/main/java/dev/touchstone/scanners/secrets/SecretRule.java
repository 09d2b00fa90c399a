package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import dev.touchstone.scanners.ScannerRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks for.
 *
 * @param keywords near which it looks; empty when its files are enough
 * @param shapes forms that tell the token from anything else
 * @param patterns on a line; the first group is the value
 * @param names words of an assignment's name and of what stands around it
 * @param files where it applies; null for everywhere
 * @param sort of an assignment's name; null for any
 * @param value how far a value must be plausible
 * @param near what the value may look like when it cannot be one
 * @param strict a value with the right name and another form cannot be one
 * @param unproven reported instead when its form or the check speaks against it; null when nothing
 *     is
 */
record SecretRule(
        ScannerRule text,
        int order,
        List<String> keywords,
        List<Shape> shapes,
        List<Pattern> patterns,
        List<List<String>> names,
        @Nullable Pattern files,
        CredentialName.@Nullable Sort sort,
        Value value,
        double entropy,
        Check check,
        List<Pattern> near,
        boolean strict,
        @Nullable ScannerRule unproven,
        String exampleFile) {

    /** How far a value must be plausible. */
    enum Value {
        /** Its place says enough; only a placeholder is none. */
        ANY,
        PASSWORD,
        KEY,
        /** Anything, even what looks like a placeholder. */
        RAW
    }

    boolean appliesTo(Place place) {
        return files == null || files.matcher(place.folded()).find();
    }

    String id() {
        return text.id();
    }
}
