//! Finds ARN formats that become malformed: even a single one is a sign of a truncated page.

use super::value_question::changed;
use crate::lower;
use crate::model::{ResourceType, Service};
use crate::previous::PreviousService;
use crate::question::{self, Question};

/// Returns the question about resource types of a service whose ARN formats were well formed and no longer are.
pub(super) fn question(before: &PreviousService, new: &Service) -> Option<Question> {
    let becomes_malformed = |item: &&ResourceType| {
        let old = before.service.resource_types.iter().find(|old| old.name.eq_ignore_ascii_case(&item.name));
        old.is_some_and(|old| !old.arns.is_empty() && !is_malformed(old) && is_malformed(item))
    };
    let items: Vec<&ResourceType> = new.resource_types.iter().filter(becomes_malformed).collect();
    if items.is_empty() {
        return None;
    }
    let shown = items.iter().map(|item| format!("`{}` ({})", item.name, item.arns.join(", ")));
    let message =
        format!("ARN formats of `{}` would become malformed: {}", new.prefix, question::some(shown, items.len()));
    let pages: Vec<String> = before.service.pages.iter().map(|page| format!("`{}`", page.file)).collect();
    Some(changed(format!("{}:arns", new.prefix), message, &pages.join(", "), before.file.clone()))
}

fn is_malformed(item: &ResourceType) -> bool {
    item.arns.iter().any(|arn| lower::malformed_arn(arn).is_some())
}

#[cfg(test)]
mod tests {
    use super::question;
    use crate::check::Identifiers;
    use crate::model::{ResourceType, Service};
    use crate::previous::PreviousService;

    const WHOLE: &str = "arn:${Partition}:sqs:::${Queue}";

    fn asked(old: &[&str], new: &str) -> Option<String> {
        let service = |arns: &[&str]| {
            let arns = arns.iter().map(|arn| (*arn).to_owned()).collect();
            let item = ResourceType { name: "queue".to_owned(), arns, ..ResourceType::default() };
            Service { prefix: "sqs".to_owned(), resource_types: vec![item], ..Service::default() }
        };
        let before =
            PreviousService { service: service(old), identifiers: Identifiers::default(), file: "sqs.rs".to_owned() };
        question(&before, &service(&[new])).map(|question| format!("{}: {}", question.flag, question.message))
    }

    #[test]
    fn one_format_that_becomes_malformed_is_asked_about() {
        for cut in ["arn:${Partition}:sqs:::${Que", "arn:${Partition}"] {
            let expected = format!("sqs:arns: ARN formats of `sqs` would become malformed: `queue` ({cut})");
            assert_eq!(asked(&[WHOLE], cut), Some(expected));
            // A format that was malformed before, or that did not exist, needs no consent. AWS's own mistakes are kept.
            assert_eq!(asked(&[cut], "arn:${Partition}:sqs"), None);
            assert_eq!(asked(&[], cut), None);
        }
        assert_eq!(asked(&[WHOLE], "arn:${Partition}:sqs:::${Name}"), None);
    }
}
