//! States which holes may silence which findings, and which findings may take the place of others.

use std::slice;

use catalog::policy::{
    Finding, FindingId,
    json::{Data, Member, Span, Value},
};

/// The part of a policy in which a hole may silence a finding. A hole at the place of the finding, or around it, always
/// may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The place of the finding, and the names of the elements around it.
    Place,
    /// These elements of the statement of the finding, or of the policy.
    Elements(&'static [&'static str]),
    /// These elements of each statement, and whole statements.
    Statements(&'static [&'static str]),
    /// The whole policy.
    Policy,
}

/// Returns the part of a policy in which a hole may silence the finding of a rule.
pub(crate) fn of(id: FindingId) -> Scope {
    use FindingId as F;
    const FIT: Scope = Scope::Elements(&["Effect", "Principal", "Action", "NotAction", "Resource", "NotResource"]);
    const KEY: Scope = Scope::Elements(&["Action", "NotAction", "Principal", "Effect", "Condition"]);
    const CALLERS: Scope = Scope::Elements(&["Effect", "Principal", "Action", "Condition"]);
    const CONDITION: Scope = Scope::Elements(&["Effect", "Condition"]);
    const VARIABLE: Scope = Scope::Elements(&["Version"]);
    match id {
        F::ActionFitsNoResource | F::ActionTakesNoResource | F::ActionNeedsOwnStatement | F::ResourceFitsNoAction => {
            FIT
        }
        F::KeyOfNoAction
        | F::KeyNotOfAction
        | F::TagNotOfAllowedAction
        | F::TagNotOfDeniedAction
        | F::AllowNotActionByTag
        | F::DenyNotActionByTag
        | F::DynamodbKeyOfOtherAction => KEY,
        F::AllowEverything
        | F::AllowNotResource
        | F::PassAnyRole
        | F::CreateAnyServiceRole
        | F::ForbiddenEffect
        | F::ForbiddenElement
        | F::MissingElement
        | F::ConflictingElements
        | F::RepeatedElement
        | F::DuplicateSid
        | F::RepeatedSid
        | F::MfaKeyMissing
        | F::MissingKeyAccepted
        | F::UnpairedKey
        | F::SessionActionMissing
        | F::DependentActionMissing
        | F::RedundantStatement
        | F::IamAdministration
        | F::PrivilegeEscalation
        | F::RoleTakeover => Scope::Policy,
        F::CredentialsExposure | F::DataExfiltration | F::EveryResource | F::ResourceExposure => {
            Scope::Elements(&["Effect", "Action", "NotAction", "Resource", "Condition"])
        }
        F::WholeService => Scope::Elements(&["Effect"]),
        F::AllowNotAction | F::AllowNotPrincipal | F::ForbiddenAction | F::NegatedPrefix | F::UnsupportedService => {
            Scope::Elements(&["Effect"])
        }
        F::MalformedPrincipal | F::SpoofableKey => Scope::Elements(&["Principal"]),
        F::MismatchedPrincipal | F::AudienceSetOperator => Scope::Elements(&["Effect", "Principal", "Action"]),
        F::OpenFederation
        | F::ProviderClaimMissing
        | F::WideProviderClaim
        | F::SetOperatorOnClaim
        | F::UnknownProviderClaim
        | F::WideGithubSubject
        | F::IndirectServiceCondition => CALLERS,
        F::CarveOutWithoutIfExists
        | F::DynamodbReplacement
        | F::DynamodbScan
        | F::InvertedCarveOut
        | F::PrincipalCarveOutMissing
        | F::ServiceCarveOutMissing => CONDITION,
        // Another statement may deny the requests that this one is about.
        F::DynamodbReturnValuesMissing | F::DynamodbSelectMissing => {
            Scope::Statements(&["Effect", "Action", "Condition"])
        }
        F::UnrestrictedService => Scope::Statements(&["Effect", "Principal", "Action", "Condition"]),
        // Another statement may allow an action to everyone.
        F::SeveralBuckets => Scope::Statements(&["Effect", "Principal", "Resource"]),
        F::PublicPrincipal | F::KeyNotOfServicePrincipal => Scope::Elements(&["Effect", "Principal", "Condition"]),
        F::RepeatedAction | F::ShadowedAction | F::UnsupportedEndpointKey => Scope::Elements(&["Action", "NotAction"]),
        F::RepeatedResource => Scope::Elements(&["Resource", "NotResource"]),
        F::ShadowedResource => Scope::Elements(&["Resource", "NotResource", "Version"]),
        F::RedundantValue => Scope::Elements(&["Condition", "Version"]),
        F::RedundantBound | F::PartlyPrivateAddresses | F::NeedlessIfExists => Scope::Elements(&["Condition"]),
        F::RedundantPrincipal => Scope::Elements(&["Principal", "NotPrincipal"]),
        F::VariableInOldVersion
        | F::VariableNotReplaced
        | F::UnknownVariable
        | F::MultivaluedVariable
        | F::MalformedVariable
        | F::WideVariable => VARIABLE,
        _ => Scope::Place,
    }
}

/// Returns true if the findings of a policy without holes may lack a finding, because another one takes precedence. The
/// other one is at the same place, or about an ARN. Or it is about an action or a resource that the kind forbids.
/// The fit of these with the others is not checked.
/// Returns true if the findings of a policy without holes may lack a finding, because another one takes precedence. That
/// is one at the same place, or one about an ARN. It is also one about an action or a resource that the kind of the policy
/// forbids. The fit of these with the others is not checked.
pub(crate) fn is_preceded(finding: &Finding, others: &[Finding]) -> bool {
    use FindingId as F;
    let is_about_fit = matches!(
        finding.id,
        F::ActionFitsNoResource | F::ActionTakesNoResource | F::ActionNeedsOwnStatement | F::ResourceFitsNoAction
    );
    let is_about_part = |other: &Finding| {
        matches!(
            other.id,
            F::MalformedResource
                | F::ArnField
                | F::EmptyArnField
                | F::IncompleteArn
                | F::WildcardArnService
                | F::MalformedVariable
                | F::ForbiddenAction
                | F::ForbiddenResource
        )
    };
    // Of the statements that name principals, only the first is reported, and a misfit is reported at the resource first.
    let is_first = |other: &Finding| match finding.id {
        F::ForbiddenElement => other.id == F::ForbiddenElement,
        F::ActionFitsNoResource => other.id == F::ResourceFitsNoAction,
        _ => false,
    };
    others.iter().any(|other| other.span == finding.span || is_first(other) || is_about_fit && is_about_part(other))
}

/// Returns true if a hole is in one of these elements: of the policy, or of a statement around a place. A name with a hole
/// can be any element.
pub(crate) fn is_in(tree: &Value<'static>, hole: Span, place: Span, elements: &[&str]) -> bool {
    let Data::Object(members) = &tree.data else { return false };
    members.iter().any(|member| {
        let is_own = elements.contains(&&*member.name) && contains(member.value.span, hole);
        let statements = match &member.value.data {
            Data::Array(statements) if member.name == "Statement" => statements.as_slice(),
            _ => slice::from_ref(&member.value),
        };
        let own = statements.iter().filter(|own| contains(own.span, hole) && contains(own.span, place));
        is_own
            || member.name_span == hole
            || own.filter_map(members_of).flatten().any(|member| {
                member.name_span == hole || elements.contains(&&*member.name) && contains(member.value.span, hole)
            })
    })
}

fn members_of<'v>(value: &'v Value<'static>) -> Option<&'v Vec<Member<'static>>> {
    match &value.data {
        Data::Object(members) => Some(members),
        _ => None,
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Returns true if a hole is a statement, or is in one of these elements of the policy or of any statement.
pub(crate) fn is_in_any(tree: &Value<'static>, hole: Span, elements: &[&str]) -> bool {
    let Data::Object(members) = &tree.data else { return false };
    let statements = members.iter().filter(|member| member.name == "Statement");
    let mut entries = statements.flat_map(|member| match &member.value.data {
        Data::Array(entries) => entries.as_slice(),
        _ => slice::from_ref(&member.value),
    });
    is_in(tree, hole, hole, elements) || entries.any(|entry| entry.span == hole)
}

/// Returns true if a hole is at a place, around it or inside of it, or is the name of a member around it.
pub(crate) fn is_around(tree: &Value<'static>, hole: Span, place: Span) -> bool {
    let overlaps = |one: Span, other: Span| one.start < other.end && other.start < one.end;
    if overlaps(hole, place) {
        return true;
    }
    match &tree.data {
        Data::Array(values) => values.iter().any(|value| overlaps(value.span, place) && is_around(value, hole, place)),
        Data::Object(members) => members.iter().any(|member| {
            let is_of_member = overlaps(member.value.span, place) || overlaps(member.name_span, place);
            is_of_member
                && (overlaps(member.name_span, hole)
                    || overlaps(member.value.span, hole) && overlaps(member.name_span, place)
                    || is_around(&member.value, hole, place))
        }),
        _ => false,
    }
}
