//! Reports a file that is not valid YAML, or is too large or too deeply nested.
//!
//! ## What it checks
//! The file is not valid YAML, or a list, a mapping or an alias exceeds a limit of the linter.
//!
//! The linter reads YAML as AWS CloudFormation does. It also accepts anchors, aliases and merge keys, which tools such as
//! `aws cloudformation package` resolve before CloudFormation reads the template. A file may have at most 32 MiB and 64
//! levels of nesting, and its aliases may copy at most 4 MiB.
//!
//! ## Why it matters
//! CloudFormation [refuses a
//! template](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html) that is not valid. The
//! linter reports only the first mistake, because it cannot reliably read the rest of the file.
//!
//! A common mistake is a value that begins with `*`, because an unquoted `*` begins an alias.
//!
//! ## Example
//! An identity policy whose action is an alias:
//!
//! ```yaml
//! Version: 2012-10-17
//! Statement:
//!   - Effect: Deny
//!     Action: *
//!     Resource: '*'
//! ```
//!
//! ## Fix
//! Fix the YAML at the place of the finding. Quote a string that begins with a character such as `*`, `@` or `%`.
//!
//! ```yaml
//! Version: 2012-10-17
//! Statement:
//!   - Effect: Deny
//!     Action: '*'
//!     Resource: '*'
//! ```
//!
//! ## When to allow it
//! The finding cannot be allowed. The linter cannot read the file, so no other rule has checked it.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Path, Place},
    rule::Check,
    yaml::YamlError,
};

rule! {
    MalformedYaml { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedYaml {
    fn yaml_error<C: PolicyCatalog>(error: &YamlError, cx: &mut Context<'_, '_, C>) {
        cx.report::<Self>(Place { path: Path::ROOT, span: error.span() }, error.to_string());
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use crate::{FindingId, PolicyKind, config::Config, testing::FULL, walk::check_yaml_error, yaml};

    #[test]
    fn an_error_is_reported_at_its_place() {
        let error = yaml::parse(b"Effect: Allow\nAction: *\n").unwrap_err();
        let outcome = check_yaml_error(&error, PolicyKind::Identity, FULL, &Config::new());
        let [finding] = &*outcome.findings else { panic!("{:?}", outcome.findings) };
        assert_eq!((finding.id, finding.span.start, finding.span.end), (FindingId::MalformedYaml, 22, 23));
        assert_eq!(finding.message, "an unquoted `*` begins an alias in YAML: quote it: `'*'`");
    }
}
