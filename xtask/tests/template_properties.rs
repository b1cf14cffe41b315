//! Tests `cargo xtask template-properties`, which lists properties that could hold a policy and are undecided.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use support::xtask;

/// Creates a release with the schema of one resource type.
fn release(resource_type: &str, properties: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let schemas = folder.path().join("cfnlint/data/schemas");
    for directory in ["providers", "resources"] {
        std::fs::create_dir_all(schemas.join(directory)).unwrap();
    }
    std::fs::write(schemas.join("providers/__init__.py"), "").unwrap();
    std::fs::write(schemas.join("providers/us-east-1.json"), format!("{{\"{resource_type}\": \"1f\"}}")).unwrap();
    std::fs::write(schemas.join("resources/1f.json"), format!("{{\"properties\": {properties}}}")).unwrap();
    folder
}

#[test]
fn an_undecided_property_is_printed() {
    let properties = r#"{"PolicyDocument": {"type": "object"}, "BucketPolicyText": {"type": "string"}}"#;
    let folder = release("AWS::S3::BucketPolicy", properties);
    let run = xtask(folder.path(), &["template-properties", "."]);
    assert_eq!((run.status, &*run.stdout), (Some(1), "AWS::S3::BucketPolicy BucketPolicyText\n"), "{}", run.stderr);
}

#[test]
fn decided_properties_are_not_printed() {
    let folder = release("AWS::S3::BucketPolicy", r#"{"PolicyDocument": {"type": "object"}}"#);
    let run = xtask(folder.path(), &["template-properties", "."]);
    assert_eq!((run.status, &*run.stdout, &*run.stderr), (Some(0), "", ""));
}

#[test]
fn a_directory_without_schemas_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let run = xtask(folder.path(), &["template-properties", "."]);
    assert_eq!((run.status, &*run.stdout), (Some(1), ""));
    assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
}
