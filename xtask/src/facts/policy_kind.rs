//! The names of the kinds of policies in files of facts.

/// The kinds of policies, each as the word in the file and the variant of `PolicyKind` in `catalog-policy`.
///
/// The compiler checks the names of the variants in the generated files.
pub(super) const KINDS: [(&str, &str); 16] = [
    ("identity", "Identity"),
    ("resource", "Resource"),
    ("trust", "Trust"),
    ("service-control", "ServiceControl"),
    ("resource-control", "ResourceControl"),
    ("permission-boundary", "PermissionBoundary"),
    ("session", "Session"),
    ("vpc-endpoint", "VpcEndpoint"),
    ("bucket", "Bucket"),
    ("queue", "Queue"),
    ("topic", "Topic"),
    ("key", "Key"),
    ("repository", "Repository"),
    ("table", "Table"),
    ("secret", "Secret"),
    ("function", "Function"),
];
