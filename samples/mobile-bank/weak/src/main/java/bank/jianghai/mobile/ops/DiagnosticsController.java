package bank.jianghai.mobile.ops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Network checks for the help desk. */
@RestController
@RequestMapping("/ops")
public class DiagnosticsController {

    /** Whether a host answers. */
    @PostMapping("/ping")
    public String ping(@RequestParam String host) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "ping -c 1 " + host);
        return run(builder);
    }

    /** The way to one of the bank's own hosts. */
    @PostMapping("/trace")
    public String trace(@RequestParam String host) throws IOException {
        String target = switch (host) {
            case "clearing" -> "clearing.jianghai.example";
            case "directory" -> "directory.jianghai.example";
            default -> "rates.jianghai.example";
        };
        ProcessBuilder builder = new ProcessBuilder("tracepath", "-m", "8", target);
        return run(builder);
    }

    private static String run(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
