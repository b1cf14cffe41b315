//! Reports a condition key that requests for none of the statement's actions carry.
//!
//! ## What it checks
//! The condition key exists, but AWS's pages list it for none of the statement's actions.
//!
//! Global keys are not checked, because their pages do not name actions. If the actions have a key with nearly the
//! same name, or with the same name and another prefix, the message suggests it.
//!
//! ## Why it matters
//! Requests for these actions never carry the key. The condition never holds, or always holds if its operator is
//! negated.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": "ses:GetSendQuota",
//!         "Condition": {"StringEquals": {"ses:FromAddress": "a@example.com"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use a key that the actions have, or a global key.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": "ses:SendEmail",
//!         "Condition": {"StringEquals": {"ses:FromAddress": "a@example.com"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests carry the key although AWS's page does not list it.

use alloc::format;

use crate::{PolicyCatalog, context::Context, rule::Check, shown::Shown, subject::UncarriedKey};

rule! {
    KeyOfNoAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for KeyOfNoAction {
    fn uncarried_key<'t, C: PolicyCatalog>(uncarried: &UncarriedKey<'t>, cx: &mut Context<'_, 't, C>) {
        let UncarriedKey::ByNone { key, suggestion } = uncarried else { return };
        let mut message = format!("AWS's pages list `{}` for none of the statement's actions", Shown(key.text));
        if let Some(suggestion) = suggestion {
            message = format!("{message}: did you mean `{}`?", Shown(suggestion));
        }
        cx.suggest::<Self>(key.place, message, suggestion.clone());
    }
}
