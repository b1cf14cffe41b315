//! The callers of the scenarios, and the principals that name each one.

use super::{json, rng::Rng};

/// A caller, as a request writes it.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The members of the request that describe the caller.
    pub(crate) members: Vec<(&'static str, String)>,
    /// The principals that name the caller: the type and the value.
    pub(crate) names: Vec<(&'static str, String)>,
}

/// The accounts of the scenarios.
pub(crate) const ACCOUNTS: &[&str] = &["111122223333", "444455556666"];

/// Returns a random caller.
pub(crate) fn caller(rng: &mut Rng, is_federation: bool) -> Caller {
    if is_federation && rng.chance(85) {
        return provider(rng);
    }
    let account = ACCOUNTS[rng.weighted(&[4, 1])];
    let iam = |rest: &str| format!("arn:aws:iam::{account}:{rest}");
    let sts = |rest: &str| format!("arn:aws:sts::{account}:{rest}");
    let of_account = |names: Vec<String>| {
        let account = [account.to_owned(), iam("root")];
        names.into_iter().chain(account).map(|name| ("AWS", name)).collect()
    };
    let principal = |arn: &str| ("principal", json::quote(arn));
    match rng.weighted(&[6, 2, 4, 2, 6, 3, 1, 1, 4, 3, 5, 4, 3]) {
        index @ (0 | 1) => {
            let user = iam(if index == 0 { "user/alice" } else { "user/team/alice" });
            Caller { members: vec![principal(&user)], names: of_account(vec![user]) }
        }
        index @ (2 | 3) => {
            let role = iam(if index == 2 { "role/worker" } else { "role/jobs/worker" });
            Caller { members: vec![principal(&role)], names: of_account(vec![role]) }
        }
        index @ (4 | 5) => {
            let session = sts("assumed-role/worker/one");
            let role = iam(if index == 4 { "role/worker" } else { "role/jobs/worker" });
            let mut members = vec![principal(&session)];
            if index == 5 {
                members.push(("role", json::quote(&role)));
            }
            Caller { members, names: of_account(vec![session.clone(), session, role.clone(), role]) }
        }
        index @ (6 | 7) => {
            let role = iam("role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX");
            let session = sts("assumed-role/AWSServiceRoleForX/one");
            let members = match index {
                6 => vec![principal(&role)],
                _ => vec![principal(&session), ("role", json::quote(&role))],
            };
            Caller { members, names: of_account(vec![role, session]) }
        }
        index @ (8 | 9) => {
            let session = sts("federated-user/carol");
            let user = iam(if index == 8 { "user/carol" } else { "user/apps/app" });
            let mut members = vec![principal(&session)];
            if index == 9 {
                members.push(("user", json::quote(&user)));
            }
            Caller { members, names: of_account(vec![session.clone(), session, user.clone(), user]) }
        }
        10 => Caller { members: vec![principal(&iam("root"))], names: of_account(Vec::new()) },
        11 => {
            let service = rng.pick(&["lambda.amazonaws.com", "s3.amazonaws.com"]);
            let names = vec![("Service", service.to_owned()), ("Service", service.replace("amazonaws", "AmazonAWS"))];
            Caller { members: vec![principal(service)], names }
        }
        _ => Caller { members: vec![principal("anonymous")], names: vec![("AWS", "*".to_owned())] },
    }
}

/// Returns an identity of a SAML or OIDC provider.
fn provider(rng: &mut Rng) -> Caller {
    let name = rng.pick(&["arn:aws:iam::111122223333:saml-provider/corp", "accounts.google.com"]);
    let principal = json::object(&[("federated", json::quote(name))]);
    Caller { members: vec![("principal", principal)], names: vec![("Federated", name.to_owned())] }
}
