package dev.touchstone.bench;

import dev.touchstone.scanners.infrastructure.InfrastructureScanner;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The infrastructure rules over 500 generated files of all formats, on one core. The limit beside
 * it is to decode the same files and to look at each character.
 */
public final class InfrastructureBench implements Benchmark {

    private static final int FILES = 500;
    private static final int WARM_UP = 4;
    private static final int RUNS = 7;
    private static final double BUDGET = 2.0;

    /** Runs it alone. */
    public static void main(String[] args) throws IOException {
        new InfrastructureBench().measure().forEach(measured -> System.out.println(measured.row()));
    }

    @Override
    public List<Measurement> measure() throws IOException {
        var tree = TreeInMemory.of(texts(FILES));
        long bytes = tree.files().stream().mapToLong(ScannedFile::size).sum();
        long began = processor();
        var scanner = new InfrastructureScanner();
        long findings = scan(scanner, tree);
        double cold = (processor() - began) / 1e9;
        double best = Double.MAX_VALUE;
        for (int i = -WARM_UP; i < RUNS; i++) {
            long start = processor();
            scan(scanner, tree);
            if (i >= 0) best = Math.min(best, (processor() - start) / 1e9);
        }
        double rate = bytes / 1e6 / best;
        return List.of(
                new Measurement(
                        "infrastructure rules over %d files, %.1f MB".formatted(FILES, bytes / 1e6),
                        "%.1f MB/s per core, %,d findings; first time %.1f s"
                                .formatted(rate, findings, cold),
                        "%.0f MB/s to decode and look at each character"
                                .formatted(bytes / 1e6 / bare(tree)),
                        "≥ 2 MB/s per core",
                        rate >= BUDGET));
    }

    private static long scan(InfrastructureScanner scanner, TreeInMemory tree) throws IOException {
        long findings = 0;
        for (var unit : scanner.units(tree)) findings += scanner.scan(tree, unit).findings().size();
        return findings;
    }

    private static double bare(TreeInMemory tree) throws IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = processor();
            long lines = 0;
            for (ScannedFile file : tree.files()) {
                String text = new String(tree.read(file), StandardCharsets.UTF_8);
                for (int at = 0; at < text.length(); at++) if (text.charAt(at) == '\n') lines++;
            }
            if (lines > 0) best = Math.min(best, (processor() - start) / 1e9);
        }
        return best;
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Files as projects have them: of all formats, most of them in order, some with faults. */
    public static Map<String, String> texts(int files) {
        var random = new Random(11);
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < files; i++) {
            String folder = "service-%03d/".formatted(i);
            boolean fault = random.nextInt(4) == 0;
            switch (i % 5) {
                case 0 -> texts.put(folder + "Dockerfile", dockerfile(fault, random));
                case 1 -> texts.put(folder + "compose.yml", compose(fault, random));
                case 2, 3 -> texts.put(folder + "k8s/deployment.yaml", kubernetes(fault, random));
                default -> texts.put(folder + "main.tf", terraform(fault, random));
            }
        }
        return texts;
    }

    private static String dockerfile(boolean fault, Random random) {
        var text = new StringBuilder("FROM registry.example/jdk:25.0.1 AS build\nWORKDIR /src\n");
        for (int i = 0; i < 12; i++) {
            text.append(
                    "# step %d\nRUN ./build --part %d \\\n    --quiet\n"
                            .formatted(i, random.nextInt(1000)));
        }
        return text
                + "FROM registry.example/jre:25.0.1\nCOPY --from=build /src/app.jar /app/app.jar\n"
                + (fault ? "USER root\n" : "USER 10001\n")
                + "HEALTHCHECK CMD [\"/app/probe\"]\nENTRYPOINT [\"java\", \"-jar\", \"/app/app.jar\"]\n";
    }

    private static String compose(boolean fault, Random random) {
        var text = new StringBuilder("services:\n");
        for (int i = 0; i < 6; i++) {
            text.append(
                    """
                      part-%d:
                        image: registry.example/part:1.%d
                        user: "10001"
                        read_only: true
                        privileged: %s
                        security_opt: ["no-new-privileges:true"]
                        environment:
                          MODE: live
                          PORT: "%d"
                        ports:
                          - "127.0.0.1:%d:8080"
                        mem_limit: 512m
                    """
                            .formatted(
                                    i,
                                    random.nextInt(90),
                                    fault && i == 3,
                                    8000 + i,
                                    9000 + random.nextInt(999)));
        }
        return text.toString();
    }

    private static String kubernetes(boolean fault, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(
                    """
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: part-%d
                      namespace: bank
                    spec:
                      replicas: 2
                      selector:
                        matchLabels: {app: part-%d}
                      template:
                        metadata:
                          labels: {app: part-%d, release: "%d"}
                        spec:
                          hostNetwork: %s
                          serviceAccountName: part
                          automountServiceAccountToken: false
                          securityContext:
                            runAsNonRoot: true
                            seccompProfile: {type: RuntimeDefault}
                          containers:
                            - name: app
                              image: registry.example/part:1.%d
                              imagePullPolicy: Always
                              ports:
                                - containerPort: 8080
                              env:
                                - name: MODE
                                  value: live
                              resources:
                                requests: {cpu: 250m, memory: 256Mi}
                                limits: {cpu: "1", memory: 512Mi}
                              readinessProbe:
                                httpGet: {path: /ready, port: 8080}
                              livenessProbe:
                                httpGet: {path: /live, port: 8080}
                              securityContext:
                                allowPrivilegeEscalation: false
                                readOnlyRootFilesystem: true
                                capabilities: {drop: [ALL]}
                    """
                            .formatted(
                                    i,
                                    i,
                                    i,
                                    random.nextInt(99999),
                                    fault && i == 1,
                                    random.nextInt(90)));
        }
        return text.toString();
    }

    private static String terraform(boolean fault, Random random) {
        var text = new StringBuilder("variable \"office\" {\n  default = \"10.20.0.0/16\"\n}\n");
        for (int i = 0; i < 6; i++) {
            text.append(
                    """
                    resource "aws_security_group" "part_%d" {
                      name        = "part-%d"
                      description = "part %d"
                      ingress {
                        description = "inside"
                        from_port   = %d
                        to_port     = %d
                        protocol    = "tcp"
                        cidr_blocks = ["%s"]
                      }
                    }
                    resource "aws_ebs_volume" "part_%d" {
                      availability_zone = "cn-north-1a"
                      size              = %d
                      encrypted         = true
                      kms_key_id        = aws_kms_key.bank.arn
                      tags = {
                        part = "%d"
                      }
                    }
                    """
                            .formatted(
                                    i,
                                    i,
                                    i,
                                    fault ? 22 : 8443,
                                    fault ? 22 : 8443,
                                    fault && i == 2 ? "0.0.0.0/0" : "10.20.0.0/16",
                                    i,
                                    10 + random.nextInt(500),
                                    i));
        }
        return text.toString();
    }
}
