package dev.touchstone.scanners.infrastructure;

/**
 * One thing that a file describes.
 *
 * @param type what rules name: a Terraform type, a Kubernetes kind, {@code dockerfile} …
 * @param name how people name it: {@code aws_s3_bucket.data}, {@code Deployment/bank}
 * @param startLine from 1
 */
record Resource(
        Kind kind,
        String type,
        String name,
        String path,
        int startLine,
        int endLine,
        Node.Fields attributes) {

    /** The format it was read from. */
    enum Kind {
        DOCKERFILE,
        COMPOSE,
        KUBERNETES,
        HELM,
        TERRAFORM
    }
}
