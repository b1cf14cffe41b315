//! The known name that is most similar to an unknown condition key.

use alloc::{
    format,
    string::{String, ToString as _},
};

use crate::global_keys::GLOBAL_KEYS;
use catalog_core::{
    NameKind, ascii_case,
    nearest::{Nearest, distance},
    resolve::{Catalog, ServiceNames as _},
    syntax::{self, Parts},
};

/// Returns the most similar condition key and its edit distance. The key is a global key, or a key of the service that
/// the prefix names.
#[must_use]
pub fn nearest<C: Catalog>(catalog: C, text: &str) -> Option<(String, usize)> {
    // AWS documents `aws:ARN` as the old name of this key, so the match is not a typo.
    if ascii_case::eq(text, "aws:ARN") {
        return Some(("aws:PrincipalArn".to_string(), usize::MAX));
    }
    let Parts { prefix, .. } = syntax::split(text)?;
    let mut nearest = Nearest::new(text);
    for known in GLOBAL_KEYS.iter().filter(|known| !known.is_template()) {
        nearest.offer(known.name);
    }
    for known in catalog.find_service(prefix).into_iter().flat_map(|service| service.names(NameKind::ConditionKey)) {
        nearest.offer(known);
    }
    let near =
        nearest.best().filter(|near| distance(text, near) == Some(1)).or_else(|| longer(text)).or(nearest.best());
    // A typo can also be in the name of a template, before its slash: `aws:ResorceTag/team`.
    let tag = text.split_once('/').and_then(|(head, tag)| {
        let mut nearest = Nearest::new(head);
        for known in GLOBAL_KEYS.iter().filter(|known| known.is_template()) {
            nearest.offer(known.name.trim_end_matches('/'));
        }
        nearest.best().map(|near| (format!("{near}/{tag}"), distance(head, near).unwrap_or(usize::MAX)))
    });
    tag.or_else(|| near.map(|near| (near.to_string(), distance(text, near).unwrap_or(usize::MAX))))
}

/// Returns the shortest global key that begins with the words of a key: `aws:PrincipalOrgID` for `aws:PrincipalOrg`.
fn longer(text: &str) -> Option<&'static str> {
    let begins = |known: &str| {
        let (head, rest) = known.split_at_checked(text.len())?;
        (ascii_case::eq(head, text) && rest.starts_with(|next: char| next.is_ascii_uppercase())).then_some(())
    };
    let known = GLOBAL_KEYS.iter().filter(|known| !known.is_template()).map(|known| known.name);
    known.filter(|known| begins(known).is_some()).min_by_key(|known| known.len())
}
