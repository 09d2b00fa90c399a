package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.Ssl;

class ListenAddressTest {

    @Test
    void thisMachineAloneNeedsNoCertificate() throws Exception {
        assertThatCode(() -> ListenAddress.check(InetAddress.getByName("127.0.0.1"), null))
                .doesNotThrowAnyException();
        assertThatCode(() -> ListenAddress.check(InetAddress.getByName("::1"), null))
                .doesNotThrowAnyException();
    }

    @Test
    void otherMachinesAreServedOnlyUnderACertificate() throws Exception {
        var everywhere = InetAddress.getByName("0.0.0.0");
        var pem = new Ssl();
        pem.setCertificate("server.pem");
        var off = new Ssl();
        off.setCertificate("server.pem");
        off.setEnabled(false);

        assertThatThrownBy(() -> ListenAddress.check(everywhere, null))
                .isInstanceOf(ListenRefused.class)
                .hasMessageContaining("0.0.0.0 without a certificate");
        assertThatThrownBy(() -> ListenAddress.check(null, null)).isInstanceOf(ListenRefused.class);
        assertThatThrownBy(() -> ListenAddress.check(everywhere, new Ssl()))
                .isInstanceOf(ListenRefused.class);
        assertThatThrownBy(() -> ListenAddress.check(everywhere, off))
                .isInstanceOf(ListenRefused.class);
        assertThatCode(() -> ListenAddress.check(everywhere, pem)).doesNotThrowAnyException();
    }

    @Test
    void theOperatorReadsWhatToDo() {
        var analysis = new ListenRefused.Analysis().analyze(new ListenRefused("10.0.0.1"));

        assertThat(analysis.getDescription()).contains("10.0.0.1");
        assertThat(analysis.getAction())
                .contains("server.ssl.certificate", "PKCS#12", "server.address at 127.0.0.1");
    }
}
