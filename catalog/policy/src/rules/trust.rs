//! What trust policies alone have: actions that assume a role, and the principals that can use them.
//!
//! Source: [IAM policy validation check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html),
//! and for session tags
//! [Permissions for EKS Pod Identity](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html).

use alloc::{borrow::ToOwned as _, format, string::String, vec::Vec};

use super::{PolicyCatalog, Rules, actions::Actions, principals, report::Report, structure::shown};
use crate::{
    document::{Comparison, Document, Effect, Members, Node, Statement, Text},
    finding::FindingId as Id,
};
use catalog_core::{ascii_case, wildcard};

/// What a trust policy can name. IAM refuses one with other actions.
const ACTIONS: &[&str] = &[
    "sts:AssumeRole",
    "sts:AssumeRoleWithSAML",
    "sts:AssumeRoleWithWebIdentity",
    "sts:SetContext",
    "sts:SetSourceIdentity",
    "sts:TagSession",
];

/// Services that do more than to assume the role, and all that they must be allowed.
const SERVICES: &[(&str, &[&str])] = &[
    ("pods.eks.amazonaws.com", &["sts:AssumeRole", "sts:TagSession"]),
    ("rolesanywhere.amazonaws.com", &["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]),
];

/// Who assumes a role, and how.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Caller {
    /// Accounts, users, roles and services.
    Signed,
    Saml,
    Oidc,
}

impl Caller {
    const ALL: [Self; 3] = [Self::Signed, Self::Saml, Self::Oidc];

    const fn action(self) -> &'static str {
        match self {
            Self::Signed => "sts:AssumeRole",
            Self::Saml => "sts:AssumeRoleWithSAML",
            Self::Oidc => "sts:AssumeRoleWithWebIdentity",
        }
    }

    const fn described(self) -> &'static str {
        match self {
            Self::Signed => "accounts, users, roles and services",
            Self::Saml => "SAML providers",
            Self::Oidc => "OIDC providers",
        }
    }

    fn of(kind: &str, name: &str) -> Self {
        match kind {
            "Federated" if name.contains(":saml-provider/") => Self::Saml,
            "Federated" => Self::Oidc,
            _ => Self::Signed,
        }
    }
}

/// A way to assume a role, and what a statement says of it.
struct Way {
    caller: Caller,
    /// Whether a principal is named that goes it.
    is_named: bool,
    /// Whether its action is among those of the statement.
    is_allowed: bool,
}

/// Everybody whom a statement names, unless that is everybody.
fn callers(statement: Statement<'_>) -> Option<Vec<(Text<'_>, Caller)>> {
    let mut callers = Vec::new();
    for (kind, names) in statement.principal().and_then(Node::members)?.iter() {
        for name in names.strings() {
            if name.text == "*" {
                return None;
            }
            callers.push((name, Caller::of(kind.text, name.text)));
        }
    }
    Some(callers)
}

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    pub(super) fn trust(&mut self, statement: Statement<'t>, actions: &mut Actions<'t, C::Service>) {
        for (text, _) in &actions.named {
            if !ACTIONS.iter().any(|known| wildcard::matches(text.text, known)) {
                let message = format!(
                    "a trust policy says who may assume the role, and `{}` does not: a policy of the role allows it",
                    shown(text.text)
                );
                self.report.find(Id::ForbiddenAction, text.place, message);
            }
        }
        if statement.effect() != Some(Effect::Allow) {
            return;
        }
        let Some(callers) = callers(statement).filter(|callers| !callers.is_empty()) else { return };
        // Of actions that nobody can use, nobody knows what else was meant.
        actions.complete = actions.complete && self.ways(&callers, actions);
        let by_oidc = |(text, _): &(Text<'_>, _)| wildcard::matches(text.text, Caller::Oidc.action());
        if actions.named.iter().any(by_oidc) {
            for (name, _) in callers.iter().filter(|(_, caller)| *caller == Caller::Oidc) {
                if self.report.is_full() {
                    break;
                }
                if principals::wrong("Federated", name.text).is_none() {
                    self.open_federation(statement, *name);
                }
            }
        }
    }

    /// Tells actions that none of the principals can use, or else principals that can use none of the actions. Says whether
    /// there are none of the former.
    fn ways(&mut self, callers: &[(Text<'t>, Caller)], actions: &Actions<'t, C::Service>) -> bool {
        let is_named = |way: Caller| callers.iter().any(|(_, caller)| *caller == way);
        let allows = |way: Caller| actions.named.iter().any(|(text, _)| wildcard::matches(text.text, way.action()));
        let ways = Caller::ALL.map(|way| Way { caller: way, is_named: is_named(way), is_allowed: allows(way) });
        // One kind of principals alone, whose action is not there yet.
        let instead = match ways.iter().filter(|way| way.is_named).collect::<Vec<_>>()[..] {
            [only] if !only.is_allowed => Some(only.caller.action()),
            _ => None,
        };
        let mut told = false;
        for (text, _) in &actions.named {
            let own = ways.iter().find(|way| ascii_case::eq(way.caller.action(), text.text));
            let Some(Way { caller, is_named: false, .. }) = own else { continue };
            told = true;
            let message = format!("`{}` is for {}, and the statement names none", shown(text.text), caller.described());
            let message = match instead {
                Some(instead) => format!("{message}: did you mean `{instead}`?"),
                None => message,
            };
            self.report.suggest(Id::MismatchedPrincipal, text.place, message, instead.map(str::to_owned));
        }
        if told || !ways.iter().any(|way| way.is_allowed) {
            return !told;
        }
        for (name, caller) in callers {
            if ways.iter().any(|way| way.caller == *caller && !way.is_allowed) {
                let message = format!(
                    "`{}` assumes a role by `{}`, which the statement does not allow",
                    shown(name.text),
                    caller.action()
                );
                self.report.find(Id::MismatchedPrincipal, name.place, message);
            }
        }
        true
    }

    /// Tells a provider that no condition asks who has signed in.
    fn open_federation(&mut self, statement: Statement<'t>, name: Text<'t>) {
        let provider = name.text.split_once(":oidc-provider/").map_or(name.text, |(_, provider)| provider);
        let is_its_key = |key: &str| {
            let (head, rest) = key.split_at_checked(provider.len()).unwrap_or_default();
            ascii_case::eq(head, provider) && rest.starts_with(':')
        };
        let mut work = 0;
        let is_asked = statement.conditions().any(|comparison| {
            work += 1;
            is_its_key(comparison.key.text) && !holds_for_all(&comparison, provider)
        });
        self.report.spend(work);
        if !is_asked {
            let provider = shown(provider);
            let message = format!(
                "whoever `{provider}` vouches for may assume the role: add a condition on one of its keys, as `{provider}:sub`"
            );
            self.report.find(Id::OpenFederation, name.place, message);
        }
    }
}

/// Whether a comparison of a provider's key holds for whoever it vouches for: it is to the audience that all its tokens for
/// AWS have, or to anything.
///
/// Source: [GitHub](https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws) and
/// [HCP Terraform](https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration)
/// on what a token has for an audience.
fn holds_for_all(comparison: &Comparison<'_>, provider: &str) -> bool {
    const AUDIENCES: &[&str] = &["sts.amazonaws.com", "aws.workload.identity"];
    let is_audience = comparison.key.text.get(provider.len()..).is_some_and(|claim| ascii_case::eq(claim, ":aud"));
    let is_anything = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte == b'*');
    comparison.values.strings().any(|value| is_anything(value.text) || is_audience && AUDIENCES.contains(&value.text))
}

/// Tells services that need more than they are allowed, in all statements together.
pub(super) fn check(document: Document<'_>, report: &mut Report<'_>) {
    for (service, needed) in SERVICES {
        let mut first = None;
        let mut missing: Vec<_> = needed.to_vec();
        for statement in document.statements().filter(|statement| statement.effect() == Some(Effect::Allow)) {
            let Some(named) = service_in(statement.principal().and_then(Node::members), service) else { continue };
            first = first.or(Some(named));
            if statement.not_actions().is_some() {
                missing.clear();
            }
            for text in statement.actions().into_iter().flat_map(Node::strings) {
                missing.retain(|action| !wildcard::matches(text.text, action));
            }
        }
        if let Some(named) = first.filter(|_| !missing.is_empty()) {
            let missing: Vec<String> = missing.iter().map(|action| format!("`{action}`")).collect();
            let message =
                format!("`{service}` needs {}, too, which the policy does not allow it", missing.join(" and "));
            report.find(Id::SessionActionMissing, named.place, message);
        }
    }
}

fn service_in<'t>(principal: Option<Members<'t>>, service: &str) -> Option<Text<'t>> {
    principal?.get("Service")?.strings().find(|name| ascii_case::eq(name.text, service))
}
