//! Chooses which of several names keeps a shared identifier, and the identifiers of the other names.

use super::{own_part, variant};

/// The rank of a name among those with the same identifier. The name with the lowest rank keeps the identifier.
///
/// Plain names come before templates, and condition keys with the prefix of their service before other condition keys.
/// Then names with fewer signs, such as `.` or `-`, come first. So the result does not depend on the order of a page.
pub type Rank<'a> = (bool, bool, usize, &'a str);

/// Returns the rank of a name. If it is a condition key's name, `prefix` is the prefix of its service.
#[must_use]
pub fn rank<'a>(name: &'a str, prefix: Option<&str>) -> Rank<'a> {
    let is_foreign = prefix.is_some_and(|prefix| own_part(name, prefix).is_none());
    let signs = name.chars().filter(|character| !character.is_ascii_alphanumeric()).count();
    (is_template(name), is_foreign, signs, name)
}

/// Returns further identifiers for a name whose `identifier` belongs to another name, the best first. The iterator is
/// infinite.
///
/// The identifier of a template ends in `Template`. For other names, the signs are written as words: `environment.type`
/// becomes `EnvironmentDotType`.
pub fn alternatives(name: &str, identifier: &str, prefix: Option<&str>) -> impl Iterator<Item = String> + use<> {
    let own = prefix.and_then(|prefix| own_part(name, prefix));
    let spelled = spelled(own.unwrap_or(name));
    let mut first = Vec::new();
    if is_template(name) {
        first.push(format!("{identifier}Template"));
        first.push(format!("{spelled}Template"));
    }
    if prefix.is_some() && !name.contains(':') {
        first.push(format!("{identifier}WithoutService"));
    }
    first.push(spelled);
    if name.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        first.push(format!("{identifier}LowerCase"));
    }
    let numbered = format!("{identifier}No");
    first.into_iter().chain((2_u64..).map(move |number| format!("{numbered}{number}")))
}

/// Returns the end of an identifier for API operations on a service's further pages: `list_elbv2.md` gives `Elbv2`.
#[must_use]
pub fn page_suffix(page: &str) -> Option<String> {
    let stem = page.strip_prefix("list_").unwrap_or(page);
    let suffix = variant(stem.strip_suffix(".md").unwrap_or(stem))?;
    Some(suffix.trim_start_matches('_').to_owned())
}

/// Returns true if a part of the name is a placeholder such as `${TagKey}` or `<key>`.
fn is_template(name: &str) -> bool {
    let holds = |open: &str, close| name.split_once(open).is_some_and(|(_, rest)| rest.contains(close));
    holds("${", '}') || holds("<", '>')
}

/// Returns the identifier with a word for each sign, except for the signs of a template.
fn spelled(name: &str) -> String {
    let name = name.replace("${", " ").replace(['}', '<', '>'], " ");
    let trimmed = name.trim();
    let mut words = String::with_capacity(2 * trimmed.len());
    for character in trimmed.chars() {
        match sign(character) {
            None => words.push(character),
            Some(word) => words.extend([" ", word, " "]),
        }
    }
    variant(&words).unwrap_or_default()
}

/// Returns the word for a sign.
fn sign(character: char) -> Option<&'static str> {
    Some(match character {
        _ if character.is_ascii_alphanumeric() => return None,
        '-' => "Hyphen",
        '_' => "Underscore",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ' ' => "Space",
        '*' => "Asterisk",
        '+' => "Plus",
        '@' => "At",
        '=' => "Equals",
        ',' => "Comma",
        _ => "Sign",
    })
}

#[cfg(test)]
mod tests {
    use super::{alternatives, page_suffix, rank};
    use crate::rust_names::{condition_key, is_variant, variant};
    use proptest::prelude::{any, proptest};

    #[test]
    fn templates_and_signs_get_words() {
        for (name, prefix, expected) in [
            ("secretsmanager:ResourceTag/${TagKey}", Some("secretsmanager"), "ResourceTagTagKeyTemplate"),
            ("s3:ExistingObjectTag/<key>", Some("s3"), "ExistingObjectTagKeyTemplate"),
            ("codebuild:environment.type", Some("codebuild"), "EnvironmentDotType"),
            ("ssm:resourceTag/tag-key", Some("ssm"), "ResourceTagSlashTagHyphenKey"),
            ("Piops", Some("rds"), "PiopsWithoutService"),
            ("Send-Letter", None, "SendHyphenLetter"),
            ("2fa_login", None, "_2faUnderscoreLogin"),
        ] {
            let identifier = prefix.map_or_else(|| variant(name), |prefix| condition_key(name, prefix)).unwrap();
            let first = alternatives(name, &identifier, prefix).find(|other| *other != identifier);
            assert_eq!(first.as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn the_plainest_name_keeps_its_identifier() {
        let first = |names: &[&str], prefix| {
            let names: Vec<_> = names.iter().map(|name| rank(name, prefix)).collect();
            names.into_iter().min().unwrap().3.to_owned()
        };
        assert_eq!(first(&["x:Tag/${TagKey}", "x:Tag/tag-key"], Some("x")), "x:Tag/tag-key");
        assert_eq!(first(&["Piops", "rds:Piops"], Some("rds")), "rds:Piops");
        assert_eq!(first(&["Send-Letter", "SendLetter"], None), "SendLetter");
    }

    #[test]
    fn a_page_gives_the_end_of_an_identifier() {
        for (page, suffix) in
            [("list_elbv2.md", "Elbv2"), ("list_amazon-ses.v2.md", "AmazonSesV2"), ("list_4g.md", "4g")]
        {
            assert_eq!(page_suffix(page).as_deref(), Some(suffix));
        }
    }

    proptest! {
        #[test]
        fn every_alternative_is_legal(name in any::<String>(), is_key in any::<bool>()) {
            if let Some(identifier) = variant(&name) {
                for other in alternatives(&name, &identifier, is_key.then_some("x")).take(9) {
                    assert!(is_variant(&other), "{name:?} became {other}");
                }
            }
        }
    }
}
