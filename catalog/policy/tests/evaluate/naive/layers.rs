//! The denies and the Allows of the policies of each kind.

use catalog_policy::json::Value;

use super::{
    caller::{Caller, field},
    fault::Fault,
    reading::{is_missing, items, member},
    scene::{Kind, Scene},
    statement::{Applied, statements},
    truth::Truth,
};

/// The services of the scenarios that support resource control policies.
const RESOURCE_CONTROL_SERVICES: &[&str] = &["s3", "sqs", "kms", "sts", "secretsmanager", "dynamodb", "logs"];

/// The policies of a scenario, by kind.
#[derive(Clone, Debug)]
pub(crate) struct Layers<'v> {
    pub(crate) identity: Vec<&'v Value<'v>>,
    pub(crate) boundary: Vec<&'v Value<'v>>,
    pub(crate) session: Vec<&'v Value<'v>>,
    pub(crate) resource: Vec<&'v Value<'v>>,
    pub(crate) endpoint: Vec<&'v Value<'v>>,
    /// The policies of each level of the organization.
    pub(crate) service_control: Vec<Vec<&'v Value<'v>>>,
    pub(crate) resource_control: Vec<&'v Value<'v>>,
}

impl<'v> Layers<'v> {
    /// Reads the policies of a scenario.
    pub(crate) fn read(scenario: &'v Value<'v>) -> Self {
        let of_kind = |name: &str| {
            let found = member(scenario, "policies").and_then(|policies| member(policies, name));
            if is_missing(found) { Vec::new() } else { found.map(items).unwrap_or_default() }
        };
        Self {
            identity: of_kind("identity"),
            boundary: of_kind("boundary"),
            session: of_kind("session"),
            resource: of_kind("resource"),
            endpoint: of_kind("endpoint"),
            service_control: of_kind("service_control").into_iter().map(items).collect(),
            resource_control: of_kind("resource_control").into_iter().flat_map(items).collect(),
        }
    }
}

/// Returns the statements of several policies of a kind.
fn of_policies(policies: &[&Value<'_>], kind: Kind, scene: &Scene) -> Vec<Applied> {
    policies.iter().flat_map(|policy| statements(policy, kind, scene)).collect()
}

/// Returns whether one of the policies denies the request.
pub(crate) fn denies(policies: &[&Value<'_>], kind: Kind, scene: &Scene) -> Truth {
    let statements = of_policies(policies, kind, scene).into_iter();
    Truth::any(statements.filter(|statement| statement.is_deny).map(|statement| statement.applies))
}

/// Returns whether one of the policies allows the request.
pub(crate) fn allows(policies: &[&Value<'_>], kind: Kind, scene: &Scene) -> Truth {
    let statements = of_policies(policies, kind, scene).into_iter();
    Truth::any(statements.filter(|statement| !statement.is_deny).map(|statement| statement.applies))
}

/// The Allows of the resource policy, by the way in which they name the caller.
#[derive(Clone, Debug)]
pub(crate) struct Grants {
    pub(crate) direct: Truth,
    pub(crate) role: Truth,
    pub(crate) account: Truth,
}

/// Returns the Allows of the resource policy. If a statement names the caller in several ways, the one that gives the
/// most counts. A direct Allow gives more than one for the role, and that one more than one for the account.
pub(crate) fn grants(policies: &[&Value<'_>], scene: &Scene) -> Grants {
    let statements = of_policies(policies, Kind::Resource, scene);
    let of_class = |is_named: fn(&Applied) -> bool| {
        let allows = statements.iter().filter(|statement| !statement.is_deny && is_named(statement));
        Truth::any(allows.map(|statement| statement.applies.clone()))
    };
    Grants {
        direct: of_class(|statement| statement.named.directly),
        role: of_class(|statement| statement.named.by_role && !statement.named.directly),
        account: of_class(|statement| {
            statement.named.by_account && !statement.named.by_role && !statement.named.directly
        }),
    }
}

/// Returns true if SCPs bind the caller: users, roles and the root user, and not service-linked roles.
pub(crate) fn service_control_binds(scene: &Scene) -> bool {
    match &scene.caller {
        Caller::Root { .. } => !scene.has(Fault::ServiceControlSparesRoot),
        Caller::User { .. } | Caller::FederatedUser { .. } => true,
        Caller::Role { .. } => {
            !scene.caller.is_service_linked_role() || scene.has(Fault::ServiceControlBindsServiceLinkedRoles)
        }
        Caller::Service(_) | Caller::Provider(_) | Caller::Anonymous => scene.has(Fault::ServiceControlBindsServices),
    }
}

/// Returns true if RCPs apply to the request.
pub(crate) fn resource_control_applies(scene: &Scene) -> bool {
    let service = scene.service();
    let resource = field(&scene.resource, 5);
    let is_aws_managed_key = field(&scene.resource, 2) == "kms" && resource.starts_with("alias/aws/");
    let is_supported = RESOURCE_CONTROL_SERVICES.contains(&service.as_str());
    let is_spared = scene.caller.is_service_linked_role() && !scene.has(Fault::ResourceControlBindsServiceLinkedRoles);
    (is_supported || scene.has(Fault::ResourceControlOfEveryService))
        && !is_spared
        && !is_aws_managed_key
        && !scene.is_action("kms:RetireGrant")
        && (scene.resource != "*" || scene.has(Fault::ResourceControlOfNoResource))
}
