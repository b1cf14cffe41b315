//! The nearest name to that of a condition key which is unknown.

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

/// The nearest key, and how many mistakes away it is: of the global ones, or of the service that the prefix names.
#[must_use]
pub fn nearest<C: Catalog>(catalog: C, text: &str) -> Option<(String, usize)> {
    // What AWS tells of it: the name of old for the newer key. It is no typo.
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
    let near = nearest.best();
    // The name of a template in front of its slash: `aws:ResorceTag/team`.
    let tag = text.split_once('/').and_then(|(head, tag)| {
        let mut nearest = Nearest::new(head);
        for known in GLOBAL_KEYS.iter().filter(|known| known.is_template()) {
            nearest.offer(known.name.trim_end_matches('/'));
        }
        nearest.best().map(|near| (format!("{near}/{tag}"), distance(head, near).unwrap_or(usize::MAX)))
    });
    tag.or_else(|| near.map(|near| (near.to_string(), distance(text, near).unwrap_or(usize::MAX))))
}
