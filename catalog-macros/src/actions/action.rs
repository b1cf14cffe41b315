//! Reads the attributes of a variant in an enum of actions.

use catalog_core::{AccessLevels, NameForm};
use proc_macro2::TokenStream;
use quote::ToTokens;

use super::service::ServiceOptions;
use crate::{
    access_levels::access_levels,
    documentation::Facts,
    errors::Errors,
    names,
    references::References,
    variant::{OwnAttribute, Variant},
};

/// An action, as the attributes of its variant describe it.
pub(super) struct Action {
    pub(super) name: String,
    /// The tokens that an error about the name points at.
    pub(super) named_by: TokenStream,
    pub(super) description: Option<String>,
    pub(super) url: Option<String>,
    /// The page that lists the action, if it is not the first of the newest pages.
    pub(super) page: Option<String>,
    pub(super) access_levels: AccessLevels,
    pub(super) permission_only: bool,
    /// The resource types of all rows, in order and without duplicates.
    pub(super) resource_types: References,
    pub(super) condition_keys: References,
    pub(super) dependent_actions: Option<Vec<String>>,
}

/// The meaning of a row that does not mention dependent actions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DependentActions {
    /// There are no dependent actions, because the enum has `dependent_actions_stated`.
    Stated,
    /// The reference does not state whether there are dependent actions.
    NotStated,
    /// The same as [`NotStated`](Self::NotStated), and a row that states dependent actions is an error. The action has
    /// `dependent_actions_not_stated`.
    NotStatedByAction,
}

impl DependentActions {
    fn of_service(service: &ServiceOptions) -> Self {
        if service.dependent_actions_stated { Self::Stated } else { Self::NotStated }
    }
}

impl Action {
    pub(super) fn read(variant: &mut Variant, service: &ServiceOptions, errors: &mut Errors) -> Self {
        let mut action = Self {
            name: variant.default_name(),
            named_by: variant.ident.to_token_stream(),
            description: variant.description.clone(),
            url: None,
            page: None,
            access_levels: AccessLevels::NOT_STATED,
            permission_only: false,
            resource_types: References::default(),
            condition_keys: References::default(),
            dependent_actions: None,
        };
        let mut dependent_actions = DependentActions::of_service(service);
        let (mut options_read, mut has_rows) = (false, false);
        // Read the options of the action first, because they apply to its rows.
        for attribute in variant.attributes.iter_mut().filter(|attribute| attribute.word == "action") {
            if options_read {
                errors.push(&attribute.name, "a variant can have only one `#[action(…)]`: merge the options");
            } else {
                options_read = true;
                action.read_options(attribute, service, &mut dependent_actions, errors);
            }
        }
        for attribute in &mut variant.attributes {
            if attribute.word == "row" {
                has_rows = true;
                action.read_row(attribute, dependent_actions, errors);
            } else if attribute.word == "scenario" {
                check_scenario(attribute, errors);
            }
        }
        names::check_at(NameForm::Action, &action.name, &action.named_by, errors);
        if !has_rows && dependent_actions == DependentActions::Stated {
            action.dependent_actions = Some(Vec::new());
        }
        action
    }

    fn read_options(
        &mut self,
        attribute: &mut OwnAttribute,
        service: &ServiceOptions,
        dependent_actions: &mut DependentActions,
        errors: &mut Errors,
    ) {
        const KNOWN: &[&str] =
            &["name", "url", "no_url", "page", "access_levels", "permission_only", "dependent_actions_not_stated"];
        for item in attribute.items(KNOWN, errors) {
            match item.word() {
                "name" => {
                    if let Some(name) = item.text(errors) {
                        self.name = name.value();
                        self.named_by = name.to_token_stream();
                    }
                }
                "url" => self.url = item.text(errors).map(|url| url.value()),
                // This option is only for readers of the enum: AWS's page links the other actions, but not this one.
                "no_url" => _ = item.flag(errors),
                "page" => self.page = item.text(errors).and_then(|page| service.known_page(page, errors)),
                "access_levels" => self.access_levels = access_levels(item, errors),
                "permission_only" => self.permission_only = item.flag(errors),
                _ => {
                    if item.flag(errors) {
                        *dependent_actions = DependentActions::NotStatedByAction;
                    }
                }
            }
        }
    }

    fn read_row(&mut self, attribute: &mut OwnAttribute, of_action: DependentActions, errors: &mut Errors) {
        const KNOWN: &[&str] =
            &["resource_types", "condition_keys", "dependent_actions", "dependent_actions_not_stated"];
        let mut dependent_actions = (of_action == DependentActions::Stated).then(Vec::new);
        for item in attribute.items(KNOWN, errors) {
            match item.word() {
                "resource_types" => self.resource_types.unite(item.requirable_references(errors)),
                "condition_keys" => self.condition_keys.unite(item.references(errors)),
                "dependent_actions" if of_action == DependentActions::NotStatedByAction => {
                    let message = "`dependent_actions` conflicts with `dependent_actions_not_stated` on the action: \
                                   remove one of them";
                    errors.push(item.ident(), message);
                }
                "dependent_actions" => dependent_actions = Some(item.texts(errors)),
                _ => {
                    if item.flag(errors) {
                        dependent_actions = None;
                    }
                }
            }
        }
        for name in dependent_actions.iter().flatten() {
            let missing = "expected an action with its service prefix, such as `iam:PassRole`";
            names::check_full_action(name, missing, errors);
        }
        if let Some(stated) = dependent_actions {
            let all = self.dependent_actions.get_or_insert_default();
            for name in stated {
                if !all.contains(&name.value()) {
                    all.push(name.value());
                }
            }
        }
    }

    pub(super) fn documentation(&self, service: &ServiceOptions) -> String {
        let prefix = service.common.prefix();
        let mut facts = Facts::new(&format!("{prefix}:{}", self.name), self.description.is_some());
        if self.access_levels.is_stated() {
            facts.add("Access level", &self.access_levels.to_string());
        }
        if self.permission_only {
            facts.say("Permission only.");
        }
        facts.link(self.url.as_deref());
        facts.finish()
    }
}

/// Checks a scenario and discards it. Scenarios are alternatives to the rows, so the facts of an action do not include
/// them.
fn check_scenario(attribute: &mut OwnAttribute, errors: &mut Errors) {
    let mut named = false;
    for item in attribute.items(&["name", "resource_types"], errors) {
        if item.word() == "name" {
            named = true;
            if let Some(name) = item.text(errors) {
                names::check(NameForm::Scenario, &name, errors);
            }
        } else {
            item.requirable_references(errors);
        }
    }
    if !named {
        errors.push(&attribute.name, "missing option `name`: write `#[scenario(name = \"…\", …)]`");
    }
}
