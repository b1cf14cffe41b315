//! Unites the statements of several pages about one name, fact by fact.
//!
//! A page that does not state a fact causes no contradiction. The facts are united by these rules:
//!
//! * All access levels and ARN formats are kept.
//! * If the types of a condition key differ, the first page's type is kept.
//! * An action that is permission-only on one page and an API operation on another is kept as an API operation.
//! * Pages may word descriptions and links differently, so the first one is kept.
//! * Pages of an older edition add only descriptions and links that the newer pages lack.

use super::answers::{Difference, distinct, first, set, told};
use super::rows::{self, same};
use crate::model::{Action, AuthorizedAction, ConditionKey, Operation, ResourceType};
use crate::rows::Origin;

/// The explanation of which facts are kept if sets differ.
const ALL_KEPT: &str = "all of them are kept; if one is wrong, fix its page";

/// An item of a list that several pages have.
pub(super) trait Mergeable: Sized {
    /// The noun for the item in messages, such as `action`.
    const NOUN: &'static str;
    /// Whether names that differ only in case are the same name.
    const IGNORES_CASE: bool = true;

    fn name(&self) -> &str;

    /// Returns the key that statements about the same thing share.
    fn key(&self) -> String {
        self.name().to_owned()
    }

    /// Unites the statements of pages about the same thing. The pages are in order.
    fn unite(pages: Vec<(Self, Origin)>, differences: &mut Vec<Difference>) -> Option<Self>;

    /// Takes the descriptions and links that this item lacks from an older page's statement.
    fn borrow(&mut self, older: Self);
}

/// Sets a fact that is not stated to the older value.
fn fill(fact: &mut Option<String>, older: Option<String>) {
    *fact = fact.take().or(older);
}

impl Mergeable for Action {
    const NOUN: &'static str = "action";

    fn name(&self) -> &str {
        &self.name
    }

    fn unite(mut pages: Vec<(Self, Origin)>, differences: &mut Vec<Difference>) -> Option<Self> {
        let name = pages.first()?.0.name.clone();
        let (levels, difference) = set(&pages, |action| &action.access_levels, |level| level.name());
        differences.extend(difference.map(|answers| Difference {
            question: format!("the access levels of the action `{name}`"),
            answers,
            kept: ALL_KEPT.to_owned(),
        }));
        let answer = |permission_only| if permission_only { "permission-only" } else { "an API operation" };
        let answers = distinct(&pages, |action| Some(action.permission_only), |one, other| one == other);
        let permission_only = answers.iter().all(|(permission_only, _)| *permission_only);
        differences.extend((answers.len() > 1).then(|| Difference {
            question: format!("the permission-only mark of the action `{name}`"),
            answers: told(&answers, |mark| answer(*mark).to_owned()),
            kept: "the mark is dropped, because one page lists the action as an API operation".to_owned(),
        }));
        for resource_type in rows::resource_types(pages.iter().flat_map(|(action, _)| &action.rows)) {
            let required = |action: &Self| rows::requires(&action.rows, resource_type);
            let answers = distinct(&pages, required, |one, other| one == other);
            differences.extend((answers.len() > 1).then(|| Difference {
                question: format!("whether the action `{name}` requires the resource type `{resource_type}`"),
                answers: told(&answers, |required| if *required { "required" } else { "optional" }.to_owned()),
                kept: "the rows of all pages are kept".to_owned(),
            }));
        }
        let scenarios = pages.iter_mut().fold(Vec::new(), |mut scenarios, (action, _)| {
            rows::add_scenarios(&mut scenarios, std::mem::take(&mut action.scenarios));
            scenarios
        });
        let page = pages.first().and_then(|(action, _)| action.page.clone());
        Some(Self {
            name,
            permission_only,
            description: first(&mut pages, |action| action.description.take()),
            url: first(&mut pages, |action| action.url.take()),
            page,
            access_levels: levels,
            scenarios,
            rows: rows::unite(pages.into_iter().map(|(action, _)| action.rows).collect()),
        })
    }

    fn borrow(&mut self, older: Self) {
        fill(&mut self.description, older.description);
        fill(&mut self.url, older.url);
    }
}

impl Mergeable for Operation {
    const NOUN: &'static str = "operation";
    // IAM does not see operations, and SDKs may distinguish operations by case.
    const IGNORES_CASE: bool = false;

    fn name(&self) -> &str {
        &self.name
    }

    fn key(&self) -> String {
        // Without a client, the page distinguishes operations of two APIs that share a name.
        let api = self.sdk_client.as_ref().or(self.page.as_ref());
        format!("{} {}", api.map_or("", String::as_str), self.name)
    }

    fn unite(pages: Vec<(Self, Origin)>, differences: &mut Vec<Difference>) -> Option<Self> {
        let (Self { name, sdk_client, page, .. }, _) = pages.first()?;
        let (name, sdk_client, page) = (name.clone(), sdk_client.clone(), page.clone());
        let mut actions: Vec<Vec<(AuthorizedAction, Origin)>> = Vec::new();
        for (operation, origin) in pages {
            for action in operation.actions {
                let known =
                    actions.iter_mut().find(|known| known.first().is_some_and(|(known, _)| asks(known, &action)));
                match known {
                    Some(known) => known.push((action, origin.clone())),
                    None => actions.push(vec![(action, origin.clone())]),
                }
            }
        }
        let actions = actions.into_iter().filter_map(|pages| {
            let (levels, difference) = set(&pages, |action| &action.access_levels, |level| level.name());
            let (action, _) = pages.into_iter().next()?;
            differences.extend(difference.map(|answers| Difference {
                question: format!("the access levels of `{}` for the operation `{name}`", action.action),
                answers,
                kept: ALL_KEPT.to_owned(),
            }));
            Some(AuthorizedAction { access_levels: levels, ..action })
        });
        let actions = actions.collect();
        Some(Self { name, sdk_client, page, actions })
    }

    // AWS's pages have no descriptions or links of operations.
    fn borrow(&mut self, _: Self) {}
}

/// Returns true if two rows of an operation state the same action and the same condition.
fn asks(one: &AuthorizedAction, other: &AuthorizedAction) -> bool {
    one.action == other.action && one.condition_key == other.condition_key && same(&one.values, &other.values)
}

impl Mergeable for ResourceType {
    const NOUN: &'static str = "resource type";

    fn name(&self) -> &str {
        &self.name
    }

    fn unite(mut pages: Vec<(Self, Origin)>, differences: &mut Vec<Difference>) -> Option<Self> {
        let name = pages.first()?.0.name.clone();
        let (arns, difference) = set(&pages, |item| &item.arns, String::as_str);
        differences.extend(difference.map(|answers| Difference {
            question: format!("the ARN formats of the resource type `{name}`"),
            answers,
            kept: ALL_KEPT.to_owned(),
        }));
        let url = first(&mut pages, |item| item.url.take());
        let mut condition_keys = Vec::new();
        for (item, _) in pages {
            rows::add(&mut condition_keys, item.condition_keys);
        }
        Some(Self { name, arns, condition_keys, url })
    }

    fn borrow(&mut self, older: Self) {
        fill(&mut self.url, older.url);
    }
}

impl Mergeable for ConditionKey {
    const NOUN: &'static str = "condition key";

    fn name(&self) -> &str {
        &self.name
    }

    fn unite(mut pages: Vec<(Self, Origin)>, differences: &mut Vec<Difference>) -> Option<Self> {
        let name = pages.first()?.0.name.clone();
        let answers = distinct(&pages, |key| key.value_type, |one, other| one == other);
        let value_type = answers.first().map(|(value_type, _)| *value_type);
        differences.extend(value_type.filter(|_| answers.len() > 1).map(|kept| Difference {
            question: format!("the type of the condition key `{name}`"),
            answers: told(&answers, |value_type| format!("`{}`", value_type.name())),
            kept: format!("the type on the first page, `{}`, is kept; if it is wrong, fix that page", kept.name()),
        }));
        Some(Self {
            name,
            value_type,
            description: first(&mut pages, |key| key.description.take()),
            url: first(&mut pages, |key| key.url.take()),
        })
    }

    fn borrow(&mut self, older: Self) {
        fill(&mut self.description, older.description);
        fill(&mut self.url, older.url);
    }
}
