//! Infers the kind of a policy from its elements, actions and resources.

use catalog_core::{ascii_case, nearest::Nearest};

use super::{
    PolicyKind, Presence,
    service::{kind_of_service, service_of_action, service_of_arn},
};
use crate::{
    document::{Document, Node, StatementNode},
    facts::trust_actions::TRUST_ACTIONS,
    grammar::{Effect, StatementElement},
    json::Value,
    principal::PrincipalKind,
};

/// The number of elements and actions that are compared with known names, to find misspelled ones. It limits the work.
const GUESSES: usize = 1_000;

impl PolicyKind {
    /// Returns the kind that a policy most probably has, judging by its JSON.
    ///
    /// * A policy that names principals and allows them to assume a role is a trust policy.
    /// * Any other policy that names principals is a resource policy. If its resources are of one service with a kind
    ///   of its own, it has that kind. Without such resources, its actions decide. The policy of a repository of Amazon
    ///   ECR has no resources, and a bucket policy does not have the resource `*`.
    /// * A policy that denies actions of several services to everyone, on all resources, is a resource control policy.
    ///   No other policy does that.
    /// * All other policies are identity policies.
    ///
    /// The JSON does not show whether a policy is a service control policy, a permissions boundary, a session policy or
    /// an endpoint policy. Such policies look like identity policies, and endpoint policies like resource policies. The
    /// same is true of a resource control policy for one service, except Amazon S3 and AWS STS.
    ///
    /// A hole shows no kind, but the known parts of an ARN show its service. Misspelled elements count as the elements that they probably refer to. The time is linear in the size of the
    /// tree.
    ///
    /// ```
    /// use catalog::policy::{PolicyKind, json};
    ///
    /// let queue = br#"{"Statement": {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
    ///     "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:news"}}"#;
    /// assert_eq!(PolicyKind::infer(&json::parse(queue)?), PolicyKind::Queue);
    /// # Ok::<_, json::JsonError>(())
    /// ```
    #[must_use]
    pub fn infer(tree: &Value<'_>) -> Self {
        Document::from_tree(tree).map_or(Self::Identity, Self::of_document)
    }

    /// Returns the kind that a policy most probably has. See [`infer`](Self::infer) for the rules.
    pub(crate) fn of_document(document: Document<'_>) -> Self {
        Signs::of_document(document).kind()
    }

    /// Returns the kind of a resource policy: that of its service if the policy shows it, and otherwise
    /// [`Resource`](Self::Resource). It is also `Resource` if a hole may be about another service.
    pub(crate) fn of_resource(tree: &Value<'_>) -> Self {
        let signs = Document::from_tree(tree).map(Signs::of_document);
        let kind = signs.filter(|signs| !signs.has_hole).map(|signs| signs.kind());
        kind.filter(|kind| kind.service().is_some()).unwrap_or(Self::Resource)
    }
}

/// The signs of a kind that the statements of a policy show.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
struct Signs<'t> {
    statements: usize,
    /// The statements that a resource control policy can have: they deny to everyone, on all resources.
    denials_to_everyone: usize,
    has_principals: bool,
    /// Whether a principal is a service or a federated identity, which endpoint policies do not name.
    has_role_principals: bool,
    has_resources: bool,
    /// Whether `*` is one of the resources.
    has_everything: bool,
    has_trust_actions: bool,
    has_other_actions: bool,
    actions: Services<'t>,
    resources: Services<'t>,
    /// Whether a hole may show another service.
    has_hole: bool,
    /// The number of comparisons with known names that are still allowed.
    guesses: usize,
}

impl<'t> Signs<'t> {
    fn of_document(document: Document<'t>) -> Self {
        let has_hole = document.has_unknown_statements();
        let mut signs = Self { guesses: GUESSES, has_hole, ..Self::default() };
        for statement in document.statements() {
            signs.add(statement);
        }
        signs
    }

    fn add(&mut self, statement: StatementNode<'t>) {
        self.statements = self.statements.saturating_add(1);
        self.has_hole |= statement.members().have_hole();
        for (name, node) in statement.members().iter().filter(|(name, _)| name.hole.is_none()) {
            match self.element(name.text) {
                Some(StatementElement::Principal | StatementElement::NotPrincipal) => {
                    self.has_principals = true;
                    let kinds = node.members().into_iter().flat_map(|kinds| kinds.members);
                    let mut kinds = kinds.filter_map(|kind| PrincipalKind::from_name(&kind.name));
                    self.has_role_principals |=
                        kinds.any(|kind| matches!(kind, PrincipalKind::Service | PrincipalKind::Federated));
                }
                Some(StatementElement::Resource | StatementElement::NotResource) => {
                    self.has_resources = true;
                    self.has_hole |= node.has_open_hole();
                    for text in node.partial_strings() {
                        self.has_everything |= text.text == "*";
                        if let Some(service) = service_of_arn(text.text) {
                            self.resources.add(service);
                        }
                    }
                }
                Some(StatementElement::Action) => {
                    self.has_hole |= node.has_open_hole();
                    for text in node.strings() {
                        let is_trust = self.is_trust_action(text.text);
                        self.has_trust_actions |= is_trust;
                        self.has_other_actions |= !is_trust;
                    }
                    self.add_actions(node);
                }
                Some(StatementElement::NotAction) => {
                    self.has_hole |= node.has_open_hole();
                    self.add_actions(node);
                }
                _ => {}
            }
        }
        if denies_to_everyone(statement) {
            self.denials_to_everyone = self.denials_to_everyone.saturating_add(1);
        }
    }

    fn add_actions(&mut self, node: Node<'t>) {
        node.plain_strings().filter_map(service_of_action).for_each(|one| self.actions.add(one));
    }

    fn may_guess(&mut self) -> bool {
        let may = self.guesses > 0;
        self.guesses = self.guesses.saturating_sub(1);
        may
    }

    /// Returns true if an action is for assuming a role, or a typo of such an action.
    fn is_trust_action(&mut self, action: &str) -> bool {
        if service_of_action(action).is_some_and(|service| ascii_case::eq(service, "sts")) {
            return true;
        }
        let mut nearest = Nearest::new(action);
        self.may_guess() && TRUST_ACTIONS.iter().any(|known| nearest.offer(known))
    }

    /// Returns the element that a name refers to, even if the name is misspelled.
    fn element(&mut self, name: &str) -> Option<StatementElement> {
        let exact = StatementElement::from_name(name);
        if exact.is_some() || !self.may_guess() {
            return exact;
        }
        let mut nearest = Nearest::new(name);
        for element in StatementElement::ALL {
            nearest.offer(element.name());
        }
        nearest.best().and_then(StatementElement::from_name)
    }

    fn kind(&self) -> PolicyKind {
        if !self.has_principals {
            return PolicyKind::Identity;
        }
        // AWS STS has endpoint policies with resources, but they name no services and no federated identities.
        let only_for_a_role = !self.has_other_actions && self.has_role_principals;
        if self.has_trust_actions && (!self.has_resources || only_for_a_role) {
            return PolicyKind::Trust;
        }
        if self.denials_to_everyone == self.statements && self.actions.are_of_a_resource_control_policy() {
            return PolicyKind::ResourceControl;
        }
        // Without resources of one service with a kind of its own, the actions decide.
        let of_one = self.resources.kind().or_else(|| self.actions.kind());
        of_one.filter(|kind| self.fits(*kind)).unwrap_or(PolicyKind::Resource)
    }

    /// Returns true if the resources allow the kind that the service suggests.
    ///
    /// The policy of an ECR registry has resources, unlike that of a repository. A policy of Amazon S3 on all resources
    /// is an endpoint policy, because Amazon S3 refuses such a bucket policy.
    fn fits(&self, kind: PolicyKind) -> bool {
        !(self.has_resources && kind.resource() == Presence::Forbidden
            || self.has_everything && kind.needs_resource_arn())
    }
}

/// The services of the actions or the resources of a policy.
#[derive(Default)]
enum Services<'t> {
    #[default]
    None,
    One(&'t str),
    Several,
}

impl<'t> Services<'t> {
    fn add(&mut self, service: &'t str) {
        *self = match self {
            Self::None => Self::One(service),
            Self::One(first) if ascii_case::eq(first, service) => return,
            _ => Self::Several,
        };
    }

    /// Returns the kind of the policies of the service's resources, if there is one service.
    fn kind(&self) -> Option<PolicyKind> {
        match self {
            Self::One(service) => kind_of_service(service),
            _ => None,
        }
    }

    /// Returns true if no resource policy that denies the actions on all resources exists. Amazon S3 refuses `*` as a
    /// resource, and AWS STS has no such policies.
    fn are_of_a_resource_control_policy(&self) -> bool {
        match self {
            Self::None => false,
            Self::One(service) => ["s3", "sts"].iter().any(|known| ascii_case::eq(known, service)),
            Self::Several => true,
        }
    }
}

/// Returns true if a statement denies actions to everyone, on all resources.
fn denies_to_everyone(statement: StatementNode<'_>) -> bool {
    let is_all = |node: Node<'_>| node.strings().next().is_some() && node.strings().all(|text| text.text == "*");
    statement.effect() == Some(Effect::Deny)
        && statement.everybody().is_some()
        && statement.actions().is_some()
        && statement.resources().is_some_and(is_all)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::json;

    fn infer(statements: &str) -> PolicyKind {
        let text = format!(r#"{{"Version": "2012-10-17", "Statement": {statements}}}"#);
        PolicyKind::infer(&json::parse(text.as_bytes()).unwrap())
    }

    /// Returns the kind of a policy with one `Allow` statement.
    fn of(elements: &str) -> PolicyKind {
        infer(&format!(r#"{{"Effect": "Allow", {elements}}}"#))
    }

    #[test]
    fn a_policy_without_principals_is_an_identity_policy() {
        for text in ["{}", "[]", "7", r#"{"Statement": 7}"#, r#"{"Statement": [7, []]}"#] {
            assert_eq!(PolicyKind::infer(&json::parse(text.as_bytes()).unwrap()), PolicyKind::Identity, "{text}");
        }
        assert_eq!(of(r#""Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*""#), PolicyKind::Identity);
        assert_eq!(of(r#""Action": "sts:AssumeRole", "Resource": "*""#), PolicyKind::Identity);
    }

    #[test]
    fn a_policy_that_lets_principals_assume_a_role_is_a_trust_policy() {
        let ec2 = r#""Principal": {"Service": "ec2.amazonaws.com"}"#;
        for elements in [
            r#""Action": "sts:AssumeRole""#,
            r#""Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]"#,
            r#""Action": "STS:assumerole""#,
            r#""Action": "sts:AssumeRoel""#,
            r#""Action": "st:AssumeRole""#,
            r#""Action": "sts:*""#,
            r#""Actions": "sts:AssumeRole""#,
            // These policies have mistakes, which the rules for trust policies report.
            r#""Action": ["sts:AssumeRole", "s3:GetObject"]"#,
            r#""Action": "sts:AssumeRole", "Resource": "*""#,
        ] {
            assert_eq!(of(&format!("{ec2}, {elements}")), PolicyKind::Trust, "{elements}");
        }
        assert_eq!(of(r#""Principle": {"AWS": "111122223333"}, "Action": "sts:AssumeRole""#), PolicyKind::Trust);
        // An endpoint policy of AWS STS.
        assert_eq!(of(r#""Principal": "*", "Action": "sts:AssumeRole", "Resource": "*""#), PolicyKind::Resource);
    }

    #[test]
    fn resources_decide_the_service() {
        for (action, resource, kind) in [
            ("s3:GetObject", "arn:aws:s3:::pictures/*", PolicyKind::Bucket),
            ("s3:GetObject", "arn:aws-cn:s3:::pictures", PolicyKind::Bucket),
            ("s3:*", "arn:${AWS::Partition}:s3:::${Pictures}", PolicyKind::Bucket),
            ("sqs:SendMessage", "arn:aws:s3:::pictures/*", PolicyKind::Bucket),
            ("SQS:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:orders", PolicyKind::Queue),
            ("SNS:Publish", "arn:aws:sns:eu-west-1:111122223333:orders", PolicyKind::Topic),
            ("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders", PolicyKind::Table),
            ("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:f", PolicyKind::Function),
            ("s3:GetObject", "arn:aws:ec2:eu-west-1:111122223333:instance/*", PolicyKind::Bucket),
            ("glue:GetTable", "arn:aws:glue:eu-west-1:111122223333:catalog", PolicyKind::Resource),
            ("s3:GetObject", "arn:aws:*:::pictures", PolicyKind::Bucket),
            ("*", "arn:aws", PolicyKind::Resource),
        ] {
            let elements = format!(r#""Principal": "*", "Action": "{action}", "Resource": "{resource}""#);
            assert_eq!(of(&elements), kind, "{elements}");
        }
    }

    #[test]
    fn actions_decide_the_service_without_resources() {
        for (elements, kind) in [
            (r#""Action": "kms:*", "Resource": "*""#, PolicyKind::Key),
            (r#""Action": ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]"#, PolicyKind::Repository),
            (r#""Action": "secretsmanager:GetSecretValue", "Resource": "*""#, PolicyKind::Secret),
            (r#""NotAction": "s3:GetObject", "Resource": "${aws_s3_bucket.a.arn}""#, PolicyKind::Bucket),
            (r#""Action": "s3:*", "Resource": ["arn:aws:s3:::a", "arn:aws:sqs:::a"]"#, PolicyKind::Bucket),
            (r#""Action": ["s3:*", "sqs:*"], "Resource": "*""#, PolicyKind::Resource),
            // An endpoint policy of Amazon S3, and the policy of an ECR registry.
            (r#""Action": "s3:*", "Resource": "*""#, PolicyKind::Resource),
            (r#""Action": "ecr:*", "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/*""#, {
                PolicyKind::Resource
            }),
            (r#""Action": "*", "Resource": "*""#, PolicyKind::Resource),
            (r#""Action": 7"#, PolicyKind::Resource),
        ] {
            assert_eq!(of(&format!(r#""NotPrincipal": {{"AWS": "*"}}, {elements}"#)), kind, "{elements}");
        }
    }

    #[test]
    fn a_denial_that_no_resource_policy_can_have_is_of_a_resource_control_policy() {
        let deny = |actions: &str, resource: &str| {
            format!(r#"{{"Effect": "Deny", "Principal": "*", "Action": {actions}, "Resource": {resource}}}"#)
        };
        let all = r#""*""#;
        for actions in [r#"["s3:*", "sqs:*"]"#, r#""s3:*""#, r#"["sts:AssumeRole", "sts:TagSession"]"#] {
            assert_eq!(infer(&deny(actions, all)), PolicyKind::ResourceControl, "{actions}");
        }
        for (actions, resource, kind) in [
            (r#""s3:*""#, r#""arn:aws:s3:::a/*""#, PolicyKind::Bucket),
            (r#""secretsmanager:*""#, all, PolicyKind::Secret),
            (r#""*""#, all, PolicyKind::Resource),
        ] {
            assert_eq!(infer(&deny(actions, resource)), kind, "{actions}");
        }
        let allow = r#"{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}"#;
        assert_eq!(infer(&format!("[{}, {allow}]", deny(r#""s3:*""#, all))), PolicyKind::Resource);
    }
}
