//! Reports an action that another pattern of the statement already matches.
//!
//! ## What it checks
//! A pattern of the statement already matches another entry of the statement: an action or a narrower pattern.
//!
//! ## Why it matters
//! The matched entry has no effect. The author may have kept it to document the pattern. Or the pattern was added
//! later and allows more than intended.
//!
//! ## Example
//! An identity policy of a program that has gained permissions over time:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["ses:Send*", "ses:SendEmail"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the action. If the pattern allows more than intended, remove the pattern instead.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the entry documents the purpose of the pattern.

use alloc::{collections::BTreeMap, format, vec::Vec};

use catalog_core::resolve::{Pattern, ServiceNames as _};

use crate::{
    catalog::PolicyCatalog,
    containment::{Work, action_within},
    context::Context,
    document::Text,
    rule::Check,
    shown::Shown,
    subject::{ActionList, DECISION, is_everything, shared_checks::REDUNDANT_ACTION},
};

rule! {
    ShadowedAction { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for ShadowedAction {
    fn action_list<'t, C: PolicyCatalog>(list: &ActionList<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        if let Some((everything, _)) = list.named.iter().find(|(text, _)| is_everything(text.text)) {
            for text in list.list.strings().filter(|text| !is_everything(text.text)) {
                report(*everything, text, cx);
            }
            return;
        }
        // Group the patterns by service, so that each entry is compared only with the patterns of its own service.
        let mut patterns = BTreeMap::<&str, Vec<(Text<'t>, &str)>>::new();
        for (text, pattern) in list.named {
            if let Pattern::Matching(service, name) = pattern {
                patterns.entry(service.prefix()).or_default().push((*text, *name));
            }
        }
        if patterns.is_empty() {
            return;
        }
        let mut work = Work::new(DECISION);
        for ((text, pattern), is_repeated) in list.named.iter().zip(list.is_repeated) {
            let (service, name) = match pattern {
                Pattern::Everything => continue,
                Pattern::One(service, _) => (service, text.text.split_once(':').map_or(text.text, |(_, name)| name)),
                Pattern::Matching(service, name) => (service, *name),
            };
            // A repeated action is reported as `repeated-action`.
            if *is_repeated {
                continue;
            }
            let Some(patterns) = patterns.get(service.prefix()) else { continue };
            if !cx.report.spend(patterns.len() as u64) {
                return;
            }
            let mut contains = |wide: &str, narrow: &str| action_within(narrow, wide, &mut work).is_yes();
            let is_shadowing = |(other, wide): &&(Text<'t>, &str)| {
                other.place != text.place
                    && contains(wide, name)
                    // Of two patterns for the same actions, the later one is reported.
                    && (other.place.span.start < text.place.span.start || !contains(name, wide))
            };
            if let Some((wide, _)) = patterns.iter().find(is_shadowing) {
                report(*wide, *text, cx);
            }
        }
        cx.report.spend(work.done() / 2);
    }
}

fn report<'t, C: PolicyCatalog>(wide: Text<'t>, narrow: Text<'t>, cx: &mut Context<'_, 't, C>) {
    let message =
        format!("`{}` already matches `{}`: remove one of the two", Shown(wide.written()), Shown(narrow.written()));
    cx.report::<ShadowedAction>(narrow.place, message).about(REDUNDANT_ACTION);
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn an_action_that_a_pattern_of_the_list_matches_is_reported() {
        finds_of_action(r#"["ses:SendEmail", "ses:Send*"]"#, &["shadowed-action /Statement/Action/0"]);
        finds_of_action(r#"["ses:Send*", "ses:S*", "ses:?endEmail"]"#, &["shadowed-action /Statement/Action/0"]);
        finds_of_action(r#"["*", "ses:Send*"]"#, &["shadowed-action /Statement/Action/1"]);
    }

    #[test]
    fn question_marks_and_stars_are_compared_exactly() {
        finds_of_action(r#"["ses:Send?*", "ses:Send*"]"#, &["shadowed-action /Statement/Action/0"]);
        finds_of_action(r#"["ses:?*", "ses:*?"]"#, &["shadowed-action /Statement/Action/1"]);
        finds_of_action(r#"["ses:Send*", "ses:Send??*"]"#, &["shadowed-action /Statement/Action/1"]);
        finds_of_action(r#"["ses:Send**", "ses:send*"]"#, &["shadowed-action /Statement/Action/1"]);
    }

    #[test]
    fn patterns_that_only_overlap_are_not_reported() {
        finds_of_action(r#"["ses:*Email", "ses:Send*"]"#, &[]);
        finds_of_action(r#"["s3:GetObject", "ses:Get*"]"#, &[]);
        finds_of_action(r#"["ses:Send*", "ses:send*"]"#, &["repeated-action /Statement/Action/1"]);
    }

    #[test]
    fn the_message_states_the_pattern() {
        assert_eq!(
            message_of_action(r#"["ses:SendEmail", "ses:Send*"]"#),
            "`ses:Send*` already matches `ses:SendEmail`: remove one of the two"
        );
    }
}
