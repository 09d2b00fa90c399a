package dev.touchstone.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What checkov wrote about a folder. */
final class CheckovReport {

    /**
     * @param path below the folder
     * @param from first line of the resource
     */
    record Row(String check, String path, int from, int to, String resource) {}

    private CheckovReport() {}

    static List<Row> read(Path report, Path folder) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(report));
        var rows = new ArrayList<Row>();
        if (root.isArray()) {
            for (JsonNode each : root) add(each, folder, rows);
        } else {
            add(root, folder, rows);
        }
        return rows;
    }

    private static void add(JsonNode report, Path folder, List<Row> rows) {
        for (JsonNode failed : report.path("results").path("failed_checks")) {
            Path file = Path.of(failed.path("file_abs_path").asString());
            String path = folder.toAbsolutePath().normalize().relativize(file).toString();
            // For Kubernetes it puts the folder's own path into the absolute path once more.
            String again = folder + "/";
            JsonNode range = failed.path("file_line_range");
            rows.add(
                    new Row(
                            failed.path("check_id").asString(),
                            path.startsWith(again) ? path.substring(again.length()) : path,
                            range.path(0).asInt(),
                            range.path(1).asInt(),
                            failed.path("resource").asString()));
        }
    }
}
