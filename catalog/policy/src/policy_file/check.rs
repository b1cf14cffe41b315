//! Checks all policies in a JSON file, each with its kind.

use alloc::{string::String, vec::Vec};

use crate::{
    catalog::PolicyCatalog,
    config::{Config, Usage},
    context::Outcome,
    finding::Finding,
    json,
    kind::PolicyKind,
    walk::{check, check_source, check_text},
};

use super::{
    find::{self, Content, Found},
    other::OtherJson,
};

/// The number of findings in one file after which the remaining policies of the file are not checked.
pub const FILE_LIMIT: usize = 10_000;

/// The reason why a policy has a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KindSource {
    /// The caller stated the kind.
    Given,
    /// The member around the policy states it, such as `AssumeRolePolicyDocument`.
    Member,
    /// The kind follows from the text of the policy, as [`PolicyKind::infer`] describes.
    Inferred,
}

/// A policy that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedPolicy {
    /// The place of the policy in the file, as a JSON pointer. It is empty if the whole file is the policy.
    pub pointer: String,
    /// The kind with which the policy was checked.
    pub kind: PolicyKind,
    /// The reason for the kind.
    pub source: KindSource,
}

/// The result of checking a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileOutcome {
    /// The findings in all policies of the file, each with its place in the file.
    pub findings: Vec<Finding>,
    /// The entries of the configuration that were needed.
    pub usage: Usage,
    /// The policies that were checked, in the order of the file.
    pub policies: Vec<CheckedPolicy>,
    /// The content of the file, if it contains no policy.
    pub other: Option<OtherJson>,
    /// The number of policies that were not checked, because the file has too many findings.
    pub unchecked: usize,
}

/// Checks all policies in a JSON file.
///
/// The file can be a policy, a list of policies, or the output of an AWS CLI command. In such output, policies are objects
/// or strings. The findings have places in the file, also for a policy in a string.
///
/// Without a kind, the member around each policy decides, or else its text.
#[must_use]
pub fn check_file<C: PolicyCatalog>(text: &[u8], kind: Option<PolicyKind>, catalog: C, config: &Config) -> FileOutcome {
    let mut file =
        FileOutcome { findings: Vec::new(), usage: config.usage(), policies: Vec::new(), other: None, unchecked: 0 };
    let Ok(tree) = config.parse_json(text, &mut file.usage) else {
        // This check reports the error. The kind does not matter for it.
        let kind = kind.unwrap_or(PolicyKind::Identity);
        file.add(check_text(text, kind, catalog, config), "");
        return file;
    };
    let found = match find::policies(text, &tree) {
        Ok(found) => found,
        Err(other) => {
            file.other = Some(other);
            return file;
        }
    };
    for policy in found {
        if file.findings.len() < FILE_LIMIT {
            file.check(text, policy, kind, catalog, config);
        } else {
            file.unchecked += 1;
        }
    }
    file.findings.sort_by(Finding::by_place);
    file
}

impl FileOutcome {
    fn check<C: PolicyCatalog>(
        &mut self,
        text: &[u8],
        found: Found<'_, '_>,
        given: Option<PolicyKind>,
        catalog: C,
        config: &Config,
    ) {
        let Found { content, pointer, kind: stated } = found;
        let decide = |tree: Option<&json::Value<'_>>| match (given, stated) {
            (Some(kind), _) => (kind, KindSource::Given),
            (None, Some(kind)) => (kind, KindSource::Member),
            (None, None) => (tree.map_or(PolicyKind::Identity, PolicyKind::infer), KindSource::Inferred),
        };
        let (kind, source) = match content {
            Content::Tree(tree) => {
                let (kind, source) = decide(Some(tree));
                let outcome = if pointer.is_empty() {
                    check_source(text, tree, kind, catalog, config)
                } else {
                    check(tree, kind, catalog, config)
                };
                self.add(outcome, &pointer);
                (kind, source)
            }
            Content::Text(embedded) => {
                let text = embedded.text().as_bytes();
                let tree = config.parse_json(text, &mut self.usage);
                let (kind, source) = decide(tree.as_ref().ok());
                let mut outcome = match &tree {
                    Ok(tree) => check_source(text, tree, kind, catalog, config),
                    Err(_) => check_text(text, kind, catalog, config),
                };
                for finding in &mut outcome.findings {
                    finding.span = embedded.place(finding.span);
                }
                self.add(outcome, &pointer);
                (kind, source)
            }
        };
        self.policies.push(CheckedPolicy { pointer, kind, source });
    }

    /// Adds the findings of a policy at a pointer.
    fn add(&mut self, mut outcome: Outcome, pointer: &str) {
        for finding in &mut outcome.findings {
            finding.pointer.insert_str(0, pointer);
        }
        self.findings.append(&mut outcome.findings);
        self.usage.merge(&outcome.usage);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::FULL;
    use alloc::{format, string::ToString as _};

    const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}}"#;
    const UNNAMED: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Deny", "Action": "ses:*",
        "Resource": "*"}}"#;

    fn outcome(text: &str, kind: Option<PolicyKind>) -> FileOutcome {
        check_file(text.as_bytes(), kind, FULL, &Config::new())
    }

    /// Returns the source of the only finding.
    fn marked<'t>(file: &FileOutcome, text: &'t str) -> &'t str {
        let [finding] = &*file.findings else { panic!("{:?}", file.findings) };
        text.get(finding.span.start as usize..finding.span.end as usize).unwrap()
    }

    #[test]
    fn each_policy_has_its_kind_and_its_place() {
        let text = format!(r#"{{"AssumeRolePolicyDocument": {TRUST}, "PolicyDocument": {UNNAMED}}}"#);
        let file = outcome(&text, None);
        let kinds: Vec<_> = file.policies.iter().map(|policy| (policy.kind, policy.source)).collect();
        let expected = [(PolicyKind::Trust, KindSource::Member), (PolicyKind::Identity, KindSource::Member)];
        assert_eq!(kinds, expected);
        assert_eq!(file.findings.first().unwrap().pointer, "/PolicyDocument/Statement/Sid");
        assert_eq!(marked(&file, &text), "\"\"");
    }

    #[test]
    fn a_finding_in_a_string_has_its_place_in_the_file() {
        let string = serde_json::Value::from(UNNAMED).to_string();
        let text = format!("{{\n\"Policy\": {string}}}");
        let file = outcome(&text, None);
        assert_eq!(file.findings.first().unwrap().pointer, "/Policy/Statement/Sid");
        assert_eq!(marked(&file, &text), r#"\"\""#);
        // JSON errors in the string also have their place.
        let text = r#"{"Policy": "{\n \"Statement\": ,}"}"#;
        let file = outcome(text, None);
        assert_eq!(marked(&file, text), ",");
    }

    #[test]
    fn the_kind_of_the_caller_comes_first_and_the_text_last() {
        let source = |text: &str, kind| outcome(text, kind).policies.first().map(|policy| (policy.kind, policy.source));
        assert_eq!(source(TRUST, None), Some((PolicyKind::Trust, KindSource::Inferred)));
        assert_eq!(source(UNNAMED, None), Some((PolicyKind::Identity, KindSource::Inferred)));
        let given = Some((PolicyKind::ServiceControl, KindSource::Given));
        let text = format!(r#"{{"PolicyDocument": {UNNAMED}}}"#);
        assert_eq!(source(&text, Some(PolicyKind::ServiceControl)), given);
    }

    #[test]
    fn a_file_without_a_policy_has_no_findings() {
        let file = outcome(r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}"#, None);
        assert_eq!((file.other, file.findings.len(), file.policies.len()), (Some(OtherJson::CloudFormation), 0, 0));
    }

    #[test]
    fn placeholders_are_holes_in_all_policies_of_a_file() {
        let unnamed = UNNAMED.replace("ses:*", "{{action}}");
        let string = serde_json::Value::from(unnamed.replace("\"*\"", "{{resource}}")).to_string();
        let text = format!(
            r#"[{unnamed}, {{"Policy": {string}}}, {{"Policy": {{{{policy}}}}}}, {{"Policy": "{{{{a}}}} b"}}]"#
        );
        let file = check_file(text.as_bytes(), None, FULL, &Config::new().placeholder("{{*}}"));
        let found: Vec<_> = file.findings.iter().map(|finding| (&*finding.pointer, finding.id.name())).collect();
        assert_eq!(found, [("/0/Statement/Sid", "empty-sid"), ("/1/Policy/Statement/Sid", "empty-sid")]);
        let span = file.findings.last().unwrap().span;
        assert_eq!(text.get(span.start as usize..span.end as usize), Some(r#"\"\""#));
        assert_eq!((file.policies.len(), file.other), (2, None));
    }

    #[test]
    fn the_findings_of_a_file_come_to_an_end() {
        let count = FILE_LIMIT + 10;
        let file = outcome(&format!("[{}]", alloc::vec![UNNAMED; count].join(",")), None);
        assert_eq!((file.findings.len(), file.unchecked), (FILE_LIMIT, 10));
    }
}
