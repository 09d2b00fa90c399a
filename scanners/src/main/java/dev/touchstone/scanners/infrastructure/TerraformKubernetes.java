package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows what Terraform's Kubernetes provider describes as the manifest that it stands for. */
final class TerraformKubernetes {

    private static final String PREFIX = "kubernetes_";

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("pod", "Pod"),
                    Map.entry("deployment", "Deployment"),
                    Map.entry("daemonset", "DaemonSet"),
                    Map.entry("daemon_set", "DaemonSet"),
                    Map.entry("stateful_set", "StatefulSet"),
                    Map.entry("replication_controller", "ReplicationController"),
                    Map.entry("job", "Job"),
                    Map.entry("cron_job", "CronJob"),
                    Map.entry("service", "Service"),
                    Map.entry("service_account", "ServiceAccount"),
                    Map.entry("secret", "Secret"),
                    Map.entry("config_map", "ConfigMap"),
                    Map.entry("ingress", "Ingress"),
                    Map.entry("role", "Role"),
                    Map.entry("cluster_role", "ClusterRole"),
                    Map.entry("role_binding", "RoleBinding"),
                    Map.entry("cluster_role_binding", "ClusterRoleBinding"),
                    Map.entry("pod_security_policy", "PodSecurityPolicy"),
                    Map.entry("network_policy", "NetworkPolicy"));

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("container", "containers"),
                    Map.entry("init_container", "initContainers"),
                    Map.entry("volume", "volumes"),
                    Map.entry("volume_mount", "volumeMounts"),
                    Map.entry("port", "ports"),
                    Map.entry("rule", "rules"),
                    Map.entry("subject", "subjects"),
                    Map.entry("toleration", "tolerations"),
                    Map.entry("host_pid", "hostPID"),
                    Map.entry("host_ipc", "hostIPC"),
                    Map.entry("host_aliases", "hostAliases"),
                    Map.entry("allowed_capabilities", "allowedCapabilities"));

    private TerraformKubernetes() {}

    static Optional<Resource> pod(Resource resource) {
        if (!resource.type().startsWith(PREFIX)) return Optional.empty();
        String kind =
                KINDS.get(resource.type().substring(PREFIX.length()).replaceAll("_v\\d.*", ""));
        if (kind == null) return Optional.empty();
        var manifest = (Node.Fields) manifest(resource.attributes());
        var said = new LinkedHashMap<>(manifest.nodes());
        said.put("terraform", new Node.Scalar(true, manifest.line(), manifest.line()));
        return Optional.of(
                KubernetesResources.resource(
                        Resource.Kind.TERRAFORM,
                        kind,
                        resource.name(),
                        resource.path(),
                        new Node.Fields(said, manifest.line(), manifest.endLine())));
    }

    private static Node manifest(Node node) {
        return switch (node) {
            case Node.Scalar _, Node.Unknown _ -> node;
            case Node.Items items -> {
                var all = new ArrayList<Node>();
                items.nodes().forEach(each -> all.add(manifest(each)));
                yield new Node.Items(all, items.line(), items.endLine());
            }
            case Node.Fields fields -> {
                var all = new LinkedHashMap<String, Node>();
                fields.nodes().forEach((name, each) -> all.put(name(name), manifest(each)));
                yield new Node.Fields(all, fields.line(), fields.endLine());
            }
        };
    }

    private static String name(String snake) {
        String known = NAMES.get(snake);
        if (known != null) return known;
        if (snake.indexOf('_') < 0) return snake;
        var camel = new StringBuilder();
        for (int i = 0; i < snake.length(); i++) {
            boolean up = snake.charAt(i) == '_' && i > 0 && i + 1 < snake.length();
            camel.append(up ? Character.toUpperCase(snake.charAt(++i)) : snake.charAt(i));
        }
        return camel.toString();
    }
}
