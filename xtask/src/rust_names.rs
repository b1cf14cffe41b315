//! Converts AWS's names to Rust names: identifiers of variants and names of modules.

pub mod distinct;

/// Words that cannot be the name of a module.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Returns the identifier of a variant, or `None` if the name has no letter or digit.
///
/// AWS's capitalization is kept. The name is split at characters that are not ASCII letters or digits, and each piece's
/// first letter is capitalized. `aws:RequestTag/${TagKey}` becomes `AwsRequestTagTagKey`.
#[must_use]
pub fn variant(name: &str) -> Option<String> {
    let mut identifier = String::with_capacity(name.len() + 1);
    for piece in name.split(|character: char| !character.is_ascii_alphanumeric()) {
        let mut letters = piece.chars();
        if let Some(first) = letters.next() {
            if identifier.is_empty() && first.is_ascii_digit() {
                identifier.push('_');
            }
            identifier.push(first.to_ascii_uppercase());
            identifier.push_str(letters.as_str());
        }
    }
    // `Self` is the only keyword that begins with a capital letter.
    if identifier == "Self" {
        identifier.push('_');
    }
    (!identifier.is_empty()).then_some(identifier)
}

/// Returns the identifier of a condition key's variant. The service's own prefix is left out, because the type states
/// it.
#[must_use]
pub fn condition_key(name: &str, prefix: &str) -> Option<String> {
    variant(own_part(name, prefix).unwrap_or(name))
}

/// Returns a condition key's name without the service's own prefix, or `None` if the name does not have that prefix.
#[must_use]
pub fn own_part<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    name.strip_prefix(prefix)?.strip_prefix(':')
}

/// Returns the identifier of an operation's variant. If operations of several SDK clients share a name, it begins with
/// the client.
#[must_use]
pub fn operation(name: &str, sdk_client: Option<&str>) -> Option<String> {
    match sdk_client {
        Some(client) => variant(&format!("{client} {name}")),
        None => variant(name),
    }
}

/// Returns the name of a service's module: `aws-portal` becomes `aws_portal`.
///
/// No two prefixes get the same name, because no prefix contains an underscore or ends in a hyphen.
#[must_use]
pub fn module(prefix: &str) -> String {
    let mut module = prefix.replace('-', "_");
    if KEYWORDS.contains(&module.as_str()) || is_device(&module) {
        module.push('_');
    } else if module.starts_with(|first: char| first.is_ascii_digit()) {
        module.insert(0, '_');
    }
    module
}

/// Returns true if Windows treats files of this name as a device, regardless of their extension.
fn is_device(name: &str) -> bool {
    let numbered = |device| name.strip_prefix(device).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Returns true if a string is a valid identifier of a variant.
#[must_use]
pub fn is_variant(identifier: &str) -> bool {
    let mut characters = identifier.chars();
    let first = characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    first
        && characters.all(|character| character.is_ascii_alphanumeric() || character == '_')
        && !matches!(identifier, "_" | "Self")
        && !KEYWORDS.contains(&identifier)
}

#[cfg(test)]
mod tests {
    use super::{condition_key, is_variant, module, operation, variant};
    use proptest::prelude::{Strategy, any, proptest};

    /// A regular expression for prefixes, including those that are not valid names of modules.
    const MODULE: &str = "(con|aux|crate|com1|[a-z0-9]{1,2})(-[a-z0-9])?";

    #[test]
    fn capitals_stay_and_pieces_get_one() {
        for (name, identifier) in [
            ("SendEmail", "SendEmail"),
            ("document", "Document"),
            ("GetACLForS3", "GetACLForS3"),
            ("AssociateViaAWSService-EventsAndStates", "AssociateViaAWSServiceEventsAndStates"),
            ("listener/app", "ListenerApp"),
            ("code signing config", "CodeSigningConfig"),
            ("2fa-login", "_2faLogin"),
            ("self", "Self_"),
        ] {
            assert_eq!(variant(name).as_deref(), Some(identifier));
        }
        assert_eq!(variant("${}/*"), None);
    }

    #[test]
    fn only_the_own_prefix_goes() {
        assert_eq!(condition_key("ses:FromAddress", "ses").as_deref(), Some("FromAddress"));
        assert_eq!(condition_key("aws:TagKeys", "ses").as_deref(), Some("AwsTagKeys"));
        assert_eq!(condition_key("sesx:Key", "ses").as_deref(), Some("SesxKey"));
        assert_eq!(condition_key("s3:ExistingObjectTag/<key>", "s3").as_deref(), Some("ExistingObjectTagKey"));
    }

    #[test]
    fn a_client_comes_before_its_operation() {
        assert_eq!(operation("DescribeEndpoints", None).as_deref(), Some("DescribeEndpoints"));
        assert_eq!(
            operation("DescribeEndpoints", Some("timestream-query")).as_deref(),
            Some("TimestreamQueryDescribeEndpoints")
        );
    }

    #[test]
    fn modules_are_legal() {
        assert_eq!(module("aws-portal"), "aws_portal");
        assert_eq!(module("crate"), "crate_");
        assert_eq!(module("4th"), "_4th");
    }

    #[test]
    fn modules_are_files_on_windows_too() {
        for device in ["con", "prn", "aux", "nul", "com0", "com9", "lpt1"] {
            assert_eq!(module(device), format!("{device}_"));
        }
        for name in ["connect", "com", "com10", "lptx", "auxiliary"] {
            assert_eq!(module(name), name);
        }
    }

    proptest! {
        #[test]
        fn every_identifier_is_legal(name in any::<String>()) {
            if let Some(identifier) = variant(&name) {
                assert!(is_variant(&identifier), "{name:?} became {identifier}");
                assert!(syn::parse_str::<syn::Ident>(&identifier).is_ok());
            }
        }

        #[test]
        fn every_module_is_legal(prefix in "[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?") {
            assert!(syn::parse_str::<syn::Ident>(&module(&prefix)).is_ok(), "{prefix}");
        }

        #[test]
        fn no_two_modules_meet(one in MODULE, other in MODULE) {
            assert_eq!(one == other, module(&one) == module(&other), "{one} and {other}");
        }

        #[test]
        fn what_is_said_to_be_legal_is(identifier in "[A-Za-z_0-9]{0,9}".prop_map(|text| text)) {
            if is_variant(&identifier) {
                assert!(syn::parse_str::<syn::Ident>(&identifier).is_ok(), "{identifier}");
            }
        }
    }
}
