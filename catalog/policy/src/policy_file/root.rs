//! Recognizes the content of a file by the names of the members of its root.

use super::other::OtherFile;
use crate::{
    json::{Data, Member, Value},
    shape::{each, get, members, named},
};

/// Returns the content of a file in which no policy needs to be searched.
pub(super) fn recognized(tree: &Value<'_>) -> Option<OtherFile> {
    let root = members(tree)?;
    let has = |name: &str| root.iter().any(|member| member.name == name);
    let blocks = ["resource", "data"].into_iter().flat_map(|block| named(root, block));
    let is_of_aws =
        |block: &Value<'_>| members(block).is_some_and(|types| types.iter().any(|one| one.name.starts_with("aws_")));
    if blocks.into_iter().flat_map(each).any(is_of_aws) {
        return Some(OtherFile::TerraformConfiguration);
    }
    let has_objects = |name| {
        let is_object = |member: &Member<'_>| matches!(member.value.data, Data::Object(_));
        get(tree, name).and_then(members).is_some_and(|all| all.iter().all(is_object))
    };
    let has_version = get(tree, "version").is_some_and(|version| version.as_str().is_some());
    if has_version && (has_objects("artifacts") || has_objects("files") && has_objects("dockerImages")) {
        return Some(OtherFile::CdkManifest);
    }
    by_names(has)
}

/// Returns the content of a file whose root has members of certain names, and in which no policy needs to be searched.
fn by_names(has: impl Fn(&str) -> bool) -> Option<OtherFile> {
    if has("catalog-baseline") {
        return Some(OtherFile::Baseline);
    }
    if has("planned_values") || has("resource_changes") {
        return Some(OtherFile::TerraformPlan);
    }
    has("terraform_version").then_some(OtherFile::TerraformState)
}

/// Returns the content of a file that was searched for policies and contains none, judging by the names of the members
/// of its root.
pub(super) fn without_policy(has: impl Fn(&str) -> bool) -> OtherFile {
    if let Some(other) = by_names(&has) {
        return other;
    }
    let has_any = |names: &[&str]| names.iter().any(|name| has(name));
    if has("AWSTemplateFormatVersion") {
        OtherFile::CloudFormation
    } else if has("version") && has("tree") {
        OtherFile::CdkTree
    } else if has_any(&["openapi", "swagger"]) && has_any(&["paths", "info"]) {
        OtherFile::OpenApi
    } else if has("apiVersion") && has("kind") {
        OtherFile::Kubernetes
    // The name `on` is a boolean to some readers of YAML.
    } else if has("jobs") && has_any(&["on", "true"]) {
        OtherFile::Workflow
    } else if has("service") && has("provider") {
        OtherFile::Serverless
    } else {
        OtherFile::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn files_of_other_programs_are_recognized() {
        use OtherFile::{
            Baseline, CdkManifest, CdkTree, Kubernetes, OpenApi, Serverless, TerraformConfiguration, TerraformPlan,
            TerraformState, Unknown, Workflow,
        };
        let table = [
            (r#"{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {}}"#, TerraformPlan),
            (r#"{"resource_changes": []}"#, TerraformPlan),
            (r#"{"version": 4, "terraform_version": "1.9.0", "serial": 1, "resources": []}"#, TerraformState),
            (r#"{"resource": {"aws_iam_policy": {"a": {}}}}"#, TerraformConfiguration),
            (r#"{"resource": [{"aws_iam_policy": [{"a": {}}]}]}"#, TerraformConfiguration),
            (r#"{"version": "tree-0.1", "tree": {"id": "App"}}"#, CdkTree),
            (r#"{"version": "36.0.0", "artifacts": {"Stack": {}}}"#, CdkManifest),
            (r#"{"version": "36.0.0", "files": {}, "dockerImages": {}}"#, CdkManifest),
            (r#"{"catalog-baseline": 1, "findings": [{"line": "{\"Statement\": []}"}]}"#, Baseline),
            (r#"{"openapi": "3.0.1", "info": {}, "paths": {}}"#, OpenApi),
            (r#"{"apiVersion": "v1", "kind": "ConfigMap"}"#, Kubernetes),
            (r#"{"name": "ci", "on": "push", "jobs": {}}"#, Workflow),
            (r#"{"service": "mailer", "provider": {"name": "aws"}}"#, Serverless),
            (r#"{"resource": {"name": "a"}}"#, Unknown),
            // A build of AWS CodeBuild.
            (r#"{"version": "0.2", "phases": {}, "artifacts": {"files": ["dist/*"]}}"#, Unknown),
        ];
        for (text, expected) in table {
            let tree = parse(text.as_bytes()).unwrap();
            let other = recognized(&tree).unwrap_or_else(|| without_policy(|name| get(&tree, name).is_some()));
            assert_eq!(other, expected, "{text}");
        }
        assert_eq!(recognized(&parse(br#"{"Version": "2012-10-17", "Statement": []}"#).unwrap()), None);
    }
}
