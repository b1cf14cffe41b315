//! The checks of a rule: one function for each part of a policy that the walk finds.
//!
//! The types have absolute paths because a macro also writes them into the list of rules.

use crate::finding::Rule;

/// Declares the trait `Check`, and the macro `every_rule`, which runs the checks of all rules.
macro_rules! checks {
    ($d:tt $($(#[$doc:meta])* fn $check:ident($subject:ident: $Subject:ty);)+) => {
        /// The checks of a rule: one function for each part of a policy that the walk finds. A default check reports
        /// nothing.
        pub(crate) trait Check: Rule {
            $(
                $(#[$doc])*
                fn $check<'t, C: crate::catalog::PolicyCatalog>($subject: $Subject, cx: &mut crate::context::Context<'_, 't, C>) {
                    let _ = ($subject, cx);
                }
            )+

            /// Checks an entry of a configuration that no policy needs.
            fn unneeded_entry(entry: &crate::config::UnneededEntry<'_>, notes: &mut alloc::vec::Vec<crate::finding::Finding>) {
                let _ = (entry, notes);
            }
        }

        /// Defines `EveryRule`, whose checks call the checks of all rules in turn.
        macro_rules! every_rule {
            ($d($d Rule:path,)+) => {
                /// All rules.
                pub(crate) struct EveryRule;

                impl EveryRule {
                    $(
                        $(#[$doc])*
                        pub(crate) fn $check<'t, C: crate::catalog::PolicyCatalog>($subject: $Subject, cx: &mut crate::context::Context<'_, 't, C>) {
                            $d(<$d Rule as crate::rule::Check>::$check($subject, cx);)+
                        }
                    )+

                    /// Checks an entry of a configuration that no policy needs.
                    pub(crate) fn unneeded_entry(entry: &crate::config::UnneededEntry<'_>, notes: &mut alloc::vec::Vec<crate::finding::Finding>) {
                        $d(<$d Rule as crate::rule::Check>::unneeded_entry(entry, notes);)+
                    }
                }
            };
        }
    };
}

checks! { $
    /// Checks a source that is not valid JSON.
    fn json_error(error: &crate::json::JsonError);
    /// Checks a source that is not valid YAML.
    fn yaml_error(error: &crate::yaml::YamlError);
    /// Checks a name that is not a policy template of AWS SAM.
    fn policy_template(template: &crate::subject::PolicyTemplate<'t>);
    /// Checks a part of a policy that does not have the form that the grammar requires.
    fn fault(fault: &crate::form::Fault<'t>);
    /// Checks the source of a policy around the policy itself.
    fn source(source: &crate::subject::Source<'_>);
    /// Checks a policy as a whole.
    fn policy(policy: crate::document::Document<'t>);
    /// Checks a policy that exceeds the size limit of its kind.
    fn oversize(size: &crate::subject::Size<'t>);
    /// Checks a method of privilege escalation that a policy allows.
    fn escalation(escalation: &crate::subject::Escalation<'t>);
    /// Checks a statement as a whole.
    fn statement(statement: crate::document::StatementNode<'t>);
    /// Checks a statement that allows giving roles to AWS services, without naming the roles.
    fn any_role(any: &crate::subject::AnyRole<'t>);
    /// Checks actions that return credentials or stored data, allowed on every resource.
    fn sensitive_actions(actions: &crate::subject::SensitiveActions<'t>);
    /// Checks a principal.
    fn principal(principal: &crate::subject::NamedPrincipal<'t>);
    /// Checks a string that is not the name of an action and matches no action.
    fn wrong_action(wrong: &crate::subject::WrongAction<'t>);
    /// Checks the list in `Action` or `NotAction`.
    fn action_list(list: &crate::subject::ActionList<'_, 't, C::Service>);
    /// Checks the actions of a statement together.
    fn actions(actions: &crate::subject::Actions<'t, C::Service>);
    /// Checks the principals that may assume a role, and their actions, in a statement of a trust policy.
    fn trust_statement(trust: &crate::subject::TrustStatement<'_, 't, C::Service>);
    /// Checks a resource that does not have the form of an ARN, or has an invalid field.
    fn wrong_arn(arn: &crate::subject::WrongArn<'t>);
    /// Checks an ARN whose region or account is empty, although the ARNs of the resource have one.
    fn empty_fields(fields: &crate::subject::EmptyFields<'t>);
    /// Checks a policy variable that has no effect.
    fn wrong_variable(variable: &crate::subject::WrongVariable<'t>);
    /// Checks a resource that no action accepts, or an action that accepts none of the resources.
    fn resource_misfit(misfit: &crate::subject::ResourceMisfit<'_, 't, C::ResourceType>);
    /// Checks the operator of a condition.
    fn operator(operator: &crate::subject::NamedOperator<'t>);
    /// Checks an unknown condition key.
    fn unknown_key(unknown: &crate::subject::UnknownKey<'t>);
    /// Checks an operator, a condition key and its values together.
    fn comparison(comparison: &crate::subject::KeyComparison<'t>);
    /// Checks a comparison with a value that matches everything.
    fn wildcard_comparison(comparison: &crate::subject::WildcardComparison<'t>);
    /// Checks a value of a condition.
    fn value(value: &crate::subject::ComparedValue<'t>);
    /// Checks a condition key that requests for an action do not carry.
    fn uncarried_key(uncarried: &crate::subject::UncarriedKey<'t>);
    /// Checks a condition key about tags that requests for some of the actions do not carry.
    fn uncarried_tag(uncarried: &crate::subject::UncarriedTag<'t>);
    /// Checks a policy whose check has stopped early.
    fn stopped(stopped: &crate::subject::Stopped<'t>);
}
