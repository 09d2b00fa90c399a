package dev.touchstone.engine.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyEnvelopeTest {

    private static final String TYPE = "application/vnd.in-toto+json";

    private final SigningKey key = SigningKey.generate();
    private final byte[] payload = CanonicalJson.write(List.of("转账", 1));
    private final byte[] file = Envelope.sign(TYPE, payload, key).toJson();
    private final VerifyEnvelope verify = new VerifyEnvelope(TrustedKeys.of(key.verifying()));

    @Test
    void acceptsWhatATrustedKeySigned() {
        var result = verify.verify(file);

        assertThat(result).isInstanceOf(Verification.Valid.class);
        var valid = (Verification.Valid) result;
        assertThat(valid.envelope().payload()).isEqualTo(payload);
        assertThat(valid.fingerprint()).isEqualTo(key.fingerprint());
    }

    @Test
    void refusesEveryFlippedBit() {
        for (var i = 0; i < file.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                var changed = file.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThat(verify.verify(changed))
                        .as("bit %d of byte %d: %s", bit, i, new String(changed))
                        .isNotInstanceOf(Verification.Valid.class);
            }
        }
    }

    @Test
    void refusesEveryMissingDoubledOrAddedByte() {
        for (var i = 0; i <= file.length; i++) {
            for (var added : new byte[] {' ', '\n', '=', 'A', 0, ',', '"'}) {
                assertThat(verify.verify(spliced(i, i, added)))
                        .as("byte %d added before byte %d", added, i)
                        .isNotInstanceOf(Verification.Valid.class);
            }
            if (i < file.length) {
                assertThat(verify.verify(spliced(i, i + 1)))
                        .as("without byte %d", i)
                        .isNotInstanceOf(Verification.Valid.class);
            }
        }
    }

    @Test
    void refusesEveryTruncation() {
        for (var length = 0; length < file.length; length++) {
            assertThat(verify.verify(Arrays.copyOf(file, length)))
                    .isInstanceOf(Verification.Malformed.class);
        }
    }

    @Test
    void namesAnUnknownKeyByItsFingerprint() {
        var stranger = SigningKey.generate();

        assertThat(verify.verify(Envelope.sign(TYPE, payload, stranger).toJson()))
                .isEqualTo(new Verification.UnknownKey(stranger.fingerprint()));
    }

    @Test
    void refusesAStrangersSignatureBesideATrustedOne() {
        var stranger = SigningKey.generate();
        var both =
                new Envelope(
                        TYPE,
                        payload,
                        List.of(
                                Envelope.sign(TYPE, payload, key).signatures().getFirst(),
                                Envelope.sign(TYPE, payload, stranger).signatures().getFirst()));

        assertThat(verify.verify(both.toJson()))
                .isEqualTo(new Verification.UnknownKey(stranger.fingerprint()));
    }

    @Test
    void refusesASignatureOfAnotherPayloadOrType() {
        var signature = Envelope.sign(TYPE, payload, key).signatures();

        assertThat(verify.verify(new Envelope(TYPE, new byte[] {'1'}, signature).toJson()))
                .isEqualTo(new Verification.BadSignature(key.fingerprint()));
        assertThat(verify.verify(new Envelope("text/plain", payload, signature).toJson()))
                .isEqualTo(new Verification.BadSignature(key.fingerprint()));
    }

    @Test
    void saysThatNobodySigned() {
        assertThat(verify.verify(Envelope.unsigned(TYPE, payload).toJson()))
                .isInstanceOf(Verification.Unsigned.class);
    }

    @Test
    void namesThePlaceOfWhatIsMalformed() {
        assertThat(malformed("{\"payload\":\"\"}").place()).isEqualTo("file");
        assertThat(malformed("{\"payload\":\"?\",\"payloadType\":\"a\",\"signatures\":[]}").place())
                .isEqualTo("payload");
        assertThat(
                        malformed(
                                        "{\"payload\":\"\",\"payloadType\":\"a\","
                                                + "\"signatures\":[{\"keyid\":\"AB\",\"sig\":\"\"}]}")
                                .place())
                .isEqualTo("signatures[0].keyid");
        assertThat(malformed("{\"payload\":\"\", \"payloadType\":\"a\",\"signatures\":[]}").place())
                .isEqualTo("byte 14");
    }

    @Test
    void signsThePreAuthenticationEncodingOfDsse() {
        assertThat(
                        Envelope.preAuthentication(
                                "http://example.com/HelloWorld",
                                "hello world".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    private Verification.Malformed malformed(String text) {
        return (Verification.Malformed) verify.verify(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] spliced(int from, int to, byte... added) {
        var changed = new byte[file.length - (to - from) + added.length];
        System.arraycopy(file, 0, changed, 0, from);
        System.arraycopy(added, 0, changed, from, added.length);
        System.arraycopy(file, to, changed, from + added.length, file.length - to);
        return changed;
    }
}
