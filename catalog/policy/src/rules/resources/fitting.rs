//! Says which resources would fit, by the names of their types and the forms of their ARNs.

use alloc::{string::String, vec::Vec};
use core::fmt::Write as _;

use crate::rules::PolicyCatalog;

/// How many types a message names at most.
const SHOWN: usize = 2;

/// The types that are most like the resource that the statement has, and how many there are besides. `None`: nothing is
/// known of them.
pub(super) fn described<C: PolicyCatalog>(
    catalog: C,
    types: impl Iterator<Item = C::ResourceType>,
    given: &str,
) -> Option<String> {
    let types: Vec<_> = types.filter_map(|resource_type| catalog.describe(resource_type)).collect();
    let likest = types.iter().map(|(_, arn)| likeness(arn, given)).max()?;
    let mut described = String::new();
    let mut shown = 0;
    for (name, arn) in types.iter().filter(|(_, arn)| likeness(arn, given) == likest).take(SHOWN) {
        shown += 1;
        let between = if described.is_empty() { "" } else { "; " };
        // To write into a string cannot fail.
        let _ = write!(described, "{between}`{name}`, `{arn}`");
    }
    if let Some(more) = types.len().checked_sub(shown).filter(|more| *more > 0) {
        let _ = write!(described, "; and {more} more");
    }
    Some(described)
}

/// How many fields of an ARN's form could be those of a resource, and whether the resource begins as the form does.
fn likeness(arn: &str, given: &str) -> usize {
    let is_open = |field: &str| field.contains(['$', '*', '?']);
    let fields = arn.splitn(6, ':').zip(given.splitn(6, ':'));
    let alike = |(form, given): &(&str, &str)| {
        form == given || !form.is_empty() && !given.is_empty() && (is_open(form) || is_open(given))
    };
    let fields = fields.filter(alike).count();
    let resource = |arn| str::splitn(arn, 6, ':').nth(5).unwrap_or_default();
    let head = resource(arn).split(['$', '*']).next().unwrap_or_default();
    let begins = !head.is_empty() && resource(given).starts_with(head);
    fields + usize::from(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_that_is_most_like_a_resource_comes_first() {
        let forms = [
            "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}",
            "arn:${Partition}:s3:::${BucketName}",
            "arn:${Partition}:s3:${Region}:${Account}:job/${JobId}",
            "arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}",
        ];
        for (given, expected) in [
            ("arn:aws:s3:::mybucket", 1),
            ("arn:aws:s3:eu-west-1:111122223333:job/*", 2),
            ("arn:aws:ses:eu-west-1:111122223333:identity/a", 3),
            ("arn:aws:s3:*:*:accesspoint/a", 0),
        ] {
            let likest = (0..forms.len()).max_by_key(|form| likeness(forms[*form], given));
            assert_eq!(likest, Some(expected), "{given}");
        }
        assert!(likeness("", "") <= 7);
    }
}
