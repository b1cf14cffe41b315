//! Describes the resource types that would fit a statement, for messages.

use alloc::{format, string::String, vec::Vec};
use core::fmt::Write as _;

use super::ResourceMisfit;
use crate::catalog::PolicyCatalog;

/// The maximum number of types in a message.
const SHOWN: usize = 2;

impl<R: Copy> ResourceMisfit<'_, '_, R> {
    /// Returns the end of a message: a verb, the types that are most similar to the given resource, and the number of
    /// other types. The string is empty if no type has a known format.
    pub(crate) fn describe_types<C: PolicyCatalog<ResourceType = R>>(&self, verb: &str, catalog: C) -> String {
        let types: Vec<_> = self.types.iter().filter_map(|resource_type| catalog.describe(*resource_type)).collect();
        let Some(likest) = types.iter().map(|(_, arn)| likeness(arn, self.given)).max() else { return String::new() };
        let mut described = format!(": {verb} ");
        let mut shown = 0;
        for (name, arn) in types.iter().filter(|(_, arn)| likeness(arn, self.given) == likest).take(SHOWN) {
            let between = if shown == 0 { "" } else { " or " };
            // Writing to a string never fails.
            let _ = write!(described, "{between}`{name}` (`{arn}`)");
            shown += 1;
        }
        match types.len() - shown {
            0 => {}
            1 => described.push_str(", or one other type"),
            more => {
                let _ = write!(described, ", or one of {more} other types");
            }
        }
        described
    }
}

/// Returns the number of fields of an ARN format that match a resource. The number is one higher if the resource part
/// begins like that of the format.
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
