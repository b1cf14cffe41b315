//! The decision about a scenario, from what each kind of policy decides.

use std::collections::BTreeSet;

use catalog_policy::json::Value;

use super::{
    caller::{Caller, field},
    context::Context,
    fault::Fault,
    layers::{Grants, Layers, allows, denies, grants, resource_control_applies, service_control_binds},
    reading::member,
    request,
    scene::{Kind, Scene},
    truth::Truth,
};

/// The actions that the resource policy of a role must allow, in the same account too.
const TRUST_ACTIONS: &[&str] = &[
    "sts:AssumeRole",
    "sts:AssumeRoleWithSAML",
    "sts:AssumeRoleWithWebIdentity",
    "sts:SetContext",
    "sts:SetSourceIdentity",
    "sts:TagSession",
];

/// The actions that a bucket policy cannot deny to the root user of the bucket's account.
const BUCKET_POLICY_ACTIONS: &[&str] = &["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"];

/// The decision about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Allowed,
    ExplicitlyDenied,
    ImplicitlyDenied,
    /// The decision depends on these keys, in lower case.
    Depends(BTreeSet<String>),
}

/// Decides a scenario. All resources of its request must be allowed.
pub(crate) fn decide(scenario: &Value<'_>, fault: Option<Fault>) -> Verdict {
    let request = member(scenario, "request").unwrap_or_else(|| panic!("a scenario has a request"));
    let layers = Layers::read(scenario);
    let mut verdicts: Vec<Verdict> = request::resources(request)
        .into_iter()
        .map(|resource| decide_resource(&layers, &scene(request, resource, &layers, fault)))
        .collect();
    if fault == Some(Fault::OnlyFirstResource) {
        verdicts.truncate(1);
    }
    for denied in [Verdict::ExplicitlyDenied, Verdict::ImplicitlyDenied] {
        if verdicts.contains(&denied) {
            return denied;
        }
    }
    let depends = |verdict: Verdict| match verdict {
        Verdict::Depends(keys) => Some(keys),
        _ => None,
    };
    let depends: Vec<BTreeSet<String>> = verdicts.into_iter().filter_map(depends).collect();
    if depends.is_empty() { Verdict::Allowed } else { Verdict::Depends(depends.into_iter().flatten().collect()) }
}

/// Returns the request for one of its resources.
fn scene(request: &Value<'_>, resource: String, layers: &Layers<'_>, fault: Option<Fault>) -> Scene {
    let caller = Caller::read(request);
    let account = request::account(request, &resource, &caller);
    let context = Context::read(request, &caller, account.as_deref(), fault);
    let action = member(request, "action").and_then(|action| action.as_str()).unwrap_or_default().to_owned();
    let has_boundary = !layers.boundary.is_empty();
    Scene { caller, action, resource, account, context, has_boundary, fault }
}

fn decide_resource(layers: &Layers<'_>, scene: &Scene) -> Verdict {
    if needs_no_permission(scene) {
        return Verdict::Allowed;
    }
    let denied = is_denied(layers, scene);
    let (allowed, deciding) = is_allowed(layers, scene);
    if scene.has(Fault::AllowWins) && allowed == Truth::Yes {
        return Verdict::Allowed;
    }
    match (denied, allowed) {
        (Truth::Yes, _) => Verdict::ExplicitlyDenied,
        (_, Truth::No) => Verdict::ImplicitlyDenied,
        (Truth::No, Truth::Yes) => Verdict::Allowed,
        (Truth::Unknown(keys), Truth::Yes) => Verdict::Depends(keys),
        (Truth::No, Truth::Unknown(_)) => Verdict::Depends(deciding),
        (Truth::Unknown(keys), Truth::Unknown(_)) => Verdict::Depends(keys.into_iter().chain(deciding).collect()),
    }
}

/// Returns true if AWS performs the operation for each caller.
fn needs_no_permission(scene: &Scene) -> bool {
    let is_user_or_root = matches!(scene.caller, Caller::User { .. } | Caller::Root { .. });
    (scene.is_action("sts:GetCallerIdentity") && !scene.has(Fault::CallerIdentityNeedsPermission))
        || (scene.is_action("sts:GetSessionToken") && is_user_or_root)
}

/// Returns whether a policy denies the request explicitly.
fn is_denied(layers: &Layers<'_>, scene: &Scene) -> Truth {
    let mut denials = vec![denies(&layers.endpoint, Kind::Endpoint, scene)];
    if scene.caller.has_identity_policies() {
        denials.push(denies(&layers.identity, Kind::Identity, scene));
        denials.push(denies(&layers.boundary, Kind::Boundary, scene));
    }
    if scene.caller.has_identity_policies() || scene.caller.is_root() {
        denials.push(denies(&layers.session, Kind::Session, scene));
    }
    if !is_own_bucket_policy(scene) {
        denials.push(denies(&layers.resource, Kind::Resource, scene));
    }
    if service_control_binds(scene) {
        let levels = layers.service_control.iter();
        denials.extend(levels.map(|level| denies(level, Kind::ServiceControl, scene)));
    }
    if resource_control_applies(scene) {
        denials.push(denies(&layers.resource_control, Kind::ResourceControl, scene));
    }
    Truth::any(denials)
}

/// Returns true if the root user reads or changes the policy of a bucket of its account.
fn is_own_bucket_policy(scene: &Scene) -> bool {
    let is_action = BUCKET_POLICY_ACTIONS.iter().any(|action| scene.is_action(action));
    scene.caller.is_root() && scene.is_one_account() && is_action && !scene.has(Fault::RootIsLockedOut)
}

/// Returns true if the resource policy must allow the request in the same account too.
fn needs_resource_policy(scene: &Scene) -> bool {
    let arn = &scene.resource;
    let is_of = |service: &str, resource: &str| {
        field(arn, 0) == "arn" && field(arn, 2) == service && field(arn, 5).starts_with(resource)
    };
    let is_root = scene.caller.is_root();
    let is_optional =
        scene.has(Fault::KeyPolicyIsOptional) || (is_root && scene.has(Fault::KeyPolicyIsOptionalForRoot));
    let is_key = scene.service() == "kms" && is_of("kms", "key/") && !is_optional;
    let is_trust = is_of("iam", "role/") && TRUST_ACTIONS.iter().any(|action| scene.is_action(action));
    is_key || (is_trust && !scene.has(Fault::TrustPolicyIsOptional))
}

/// The answers that the allow side of the decision is made of.
#[derive(Clone, Debug)]
struct Inputs {
    identity: Truth,
    boundary: Truth,
    session: Truth,
    endpoint: Truth,
    direct: Truth,
    role: Truth,
    account: Truth,
    levels: Vec<Truth>,
}

impl Inputs {
    fn read(layers: &Layers<'_>, scene: &Scene) -> Self {
        let unless_none = |policies: &[&Value<'_>], kind: Kind| match policies {
            [] => Truth::Yes,
            _ => allows(policies, kind, scene),
        };
        let is_federated = matches!(scene.caller, Caller::FederatedUser { .. });
        let session = match layers.session.as_slice() {
            [] => (!is_federated || scene.has(Fault::FederatedUserWithoutSession)).into(),
            policies => allows(policies, Kind::Session, scene),
        };
        let Grants { mut direct, role, account } = grants(&layers.resource, scene);
        if scene.has(Fault::AccountAllowIsEnough) {
            direct = Truth::any([direct, account.clone()]);
        }
        if scene.has(Fault::FederatingUserIsDirect) && is_federated {
            direct = Truth::any([direct, role.clone()]);
        }
        let levels = if service_control_binds(scene) { layers.service_control.as_slice() } else { &[] };
        let mut levels: Vec<Truth> = levels.iter().map(|level| allows(level, Kind::ServiceControl, scene)).collect();
        if scene.has(Fault::OneLevelIsEnough) && !levels.is_empty() {
            levels = vec![Truth::any(levels)];
        }
        let is_ignored = |fault: Fault, answer: Truth| if scene.has(fault) { Truth::Yes } else { answer };
        Self {
            identity: allows(&layers.identity, Kind::Identity, scene),
            boundary: is_ignored(Fault::BoundaryOnlyDenies, unless_none(&layers.boundary, Kind::Boundary)),
            session,
            endpoint: is_ignored(Fault::EndpointOnlyDenies, unless_none(&layers.endpoint, Kind::Endpoint)),
            direct,
            role,
            account,
            levels,
        }
    }

    /// Returns each input.
    fn all(&mut self) -> Vec<&mut Truth> {
        let Self { identity, boundary, session, endpoint, direct, role, account, levels } = self;
        let mut all = vec![identity, boundary, session, endpoint, direct, role, account];
        all.extend(levels);
        all
    }

    /// Returns whether SCPs, the endpoint, and the policies of caller and resource allow the request.
    fn formula(&self, scene: &Scene) -> Truth {
        let own = self.of_accounts(scene);
        Truth::all(self.levels.iter().cloned().chain([self.endpoint.clone(), own]))
    }

    /// Returns whether the policies of caller and resource allow the request.
    fn of_accounts(&self, scene: &Scene) -> Truth {
        let all = |answers: &[&Truth]| Truth::all(answers.iter().map(|answer| (*answer).clone()));
        let any = |answers: &[&Truth]| Truth::any(answers.iter().map(|answer| (*answer).clone()));
        let Self { identity, boundary, session, direct, role, account, .. } = self;
        let resource = any(&[direct, role, account]);
        let is_one_account = scene.is_one_account();
        match &scene.caller {
            Caller::Service(_) | Caller::Provider(_) | Caller::Anonymous => direct.clone(),
            Caller::Root { .. } if scene.is_action("sts:AssumeRole") && !scene.has(Fault::RootAssumesRoles) => {
                Truth::No
            }
            Caller::Root { .. } if scene.has(Fault::RootNeedsIdentity) => all(&[session, &any(&[identity, direct])]),
            Caller::Root { .. } if is_one_account && !needs_resource_policy(scene) => session.clone(),
            Caller::Root { .. } => all(&[session, &resource]),
            _ if is_one_account => {
                let by_identity = all(&[identity, boundary, session]);
                let by_identity =
                    if needs_resource_policy(scene) { all(&[&by_identity, &resource]) } else { by_identity };
                let by_role = match scene.fault {
                    Some(Fault::RoleArnIgnoresBoundary) => all(&[role, session]),
                    Some(Fault::RoleArnIgnoresSession) => all(&[role, boundary]),
                    _ => all(&[role, boundary, session]),
                };
                let direct = match scene.fault {
                    Some(Fault::DirectAllowObeysBoundary) => all(&[direct, boundary]),
                    Some(Fault::DirectAllowObeysSession) => all(&[direct, session]),
                    _ => direct.clone(),
                };
                any(&[&direct, &by_role, &by_identity])
            }
            _ => match scene.fault {
                Some(Fault::CrossAccountWithoutIdentity) => resource,
                Some(Fault::CrossAccountWithoutResource) => all(&[identity, boundary, session]),
                _ => all(&[identity, boundary, session, &resource]),
            },
        }
    }
}

/// Returns whether the policies allow the request, and the open keys that decide it.
///
/// An unknown input decides if the answer with yes in its place differs from the answer with no. The other unknown inputs
/// may have any answers.
fn is_allowed(layers: &Layers<'_>, scene: &Scene) -> (Truth, BTreeSet<String>) {
    let inputs = Inputs::read(layers, scene);
    let mut deciding = BTreeSet::new();
    let answers: Vec<Truth> = inputs.clone().all().into_iter().map(|answer| answer.clone()).collect();
    let is_unknown = |index: &usize| matches!(answers[*index], Truth::Unknown(_));
    let unknown: Vec<usize> = (0..answers.len()).filter(is_unknown).collect();
    for index in &unknown {
        let others: Vec<usize> = unknown.iter().copied().filter(|other| other != index).collect();
        let with = |answer: Truth, others_of: usize| {
            let mut changed = inputs.clone();
            let mut all = changed.all();
            for (position, other) in others.iter().enumerate() {
                *all[*other] = (others_of >> position & 1 == 1).into();
            }
            *all[*index] = answer;
            changed.formula(scene)
        };
        let decides = |others_of| !with(Truth::Yes, others_of).is_like(&with(Truth::No, others_of));
        if let Truth::Unknown(keys) = &answers[*index]
            && (0..1 << others.len()).any(decides)
        {
            deciding.extend(keys.iter().cloned());
        }
    }
    (inputs.formula(scene), deciding)
}
