//! The attribute `actions`: an annotated enum of actions into a typed one.

use catalog_core::{
    AccessLevel, AccessLevels, edition,
    packed::write::{self, TooLargeError},
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Path;

use crate::{
    common::Common,
    documentation::{Facts, Overview},
    errors::Errors,
    input::{self, Input, OwnAttribute, Variant},
    options::Item,
    tables,
    text::Text,
};

const OWN: &[&str] = &["action", "row", "scenario"];

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut input = match input::read("actions", item, OWN, &mut errors) {
        Ok(input) => input,
        Err(tokens) => return tokens,
    };
    let service = Service::read(arguments, &mut errors);
    let actions: Vec<Action> =
        input.variants.iter_mut().map(|variant| Action::read(variant, &service, &mut errors)).collect();
    let names = actions.iter().map(|action| (action.name.as_str(), &action.named_by as &dyn ToTokens));
    tables::check_names(names, false, &mut errors);
    if !actions.is_empty() {
        input.document(&overview(&input, &service, &actions));
    }
    input.expand(table(&input, &service, &actions), actions.iter().map(|action| action.documentation(&service)), errors)
}

/// The table of all actions, for the documentation of the enum.
fn overview(input: &Input, service: &Service, actions: &[Action]) -> String {
    let [types, keys] = [&service.common.resource_types, &service.common.condition_keys].map(path_text);
    let mut overview = Overview::new();
    for (action, ident) in actions.iter().zip(input.idents()) {
        overview.action(&action.name, &ident.to_string());
        if action.permission_only {
            overview.say(" (permission only)");
        }
        overview.column();
        overview.say(&action.access_levels.to_string());
        overview.column();
        for (nth, (ident, required)) in action.resource_types.iter().enumerate() {
            overview.say(if nth > 0 { ", " } else { "" });
            let name = ident.to_string();
            overview.link(&name, &types, &name);
            overview.say(if *required { "\\*" } else { "" });
        }
        overview.column();
        for (nth, ident) in action.condition_keys.iter().enumerate() {
            overview.say(if nth > 0 { ", " } else { "" });
            let name = ident.to_string();
            overview.link(&name, &keys, &name);
        }
        overview.end();
    }
    overview.finish()
}

/// What the attribute on the enum says.
struct Service {
    common: Common,
    name: Option<Text>,
    /// The pages it comes from, a line each.
    pages: String,
    actions_left_out: bool,
    dependent_actions_stated: bool,
    /// The enum of operations, where there is one.
    operations: Option<Path>,
}

impl Service {
    fn read(arguments: TokenStream, errors: &mut Errors) -> Self {
        const KNOWN: &[&str] = &[
            "service",
            "name",
            "pages",
            "dependent_actions_stated",
            "actions_left_out",
            "resource_types",
            "condition_keys",
            "operations",
            "crate",
        ];
        let mut common = Common::read("actions", arguments, KNOWN, errors);
        let (mut name, mut actions_left_out, mut dependent_actions_stated, mut operations) = (None, false, false, None);
        let mut pages = String::new();
        for item in std::mem::take(&mut common.others) {
            match item.word() {
                "name" => name = item.text(errors),
                "pages" => pages = self::pages(item, errors),
                "actions_left_out" => actions_left_out = item.flag(errors),
                "operations" => operations = item.path(errors),
                _ => dependent_actions_stated = item.flag(errors),
            }
        }
        Self { common, name, pages, actions_left_out, dependent_actions_stated, operations }
    }
}

/// The pages of `pages("list_amazonses.md 2018-04", "list_ses.md 2026-09")`, a line each.
fn pages(item: Item, errors: &mut Errors) -> String {
    let mut files: Vec<String> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for text in item.texts(errors) {
        let value = text.value();
        match edition::page(&value) {
            None => errors.push(text, "a page is named by its file, and the month it shows: `list_ses.md 2026-09`"),
            Some((file, _)) if files.iter().any(|known| known == file) => {
                errors.push(text, "this page is given twice");
            }
            Some((file, _)) => {
                files.push(file.to_owned());
                lines.push(value);
            }
        }
    }
    lines.join("\n")
}

/// What the attributes on a variant say.
struct Action {
    name: String,
    /// What to point at when the name is wrong.
    named_by: TokenStream,
    description: Option<String>,
    url: Option<String>,
    access_levels: AccessLevels,
    permission_only: bool,
    /// Over all rows, in order, without repeats.
    resource_types: Vec<(Ident, bool)>,
    condition_keys: Vec<Ident>,
    dependent_actions: Option<Vec<String>>,
}

impl Action {
    fn read(variant: &mut Variant, service: &Service, errors: &mut Errors) -> Self {
        let mut action = Self {
            name: variant.ident.to_string(),
            named_by: variant.ident.to_token_stream(),
            description: variant.description.clone(),
            url: None,
            access_levels: AccessLevels::NOT_STATED,
            permission_only: false,
            resource_types: Vec::new(),
            condition_keys: Vec::new(),
            dependent_actions: None,
        };
        let mut options_read = false;
        let mut has_rows = false;
        for attribute in &mut variant.attributes {
            if attribute.name == "row" {
                has_rows = true;
                action.read_row(attribute, service, errors);
            } else if attribute.name == "scenario" {
                check_scenario(attribute, errors);
            } else if options_read {
                errors.push(&attribute.name, "a variant has one `#[action(…)]`");
            } else {
                options_read = true;
                action.read_options(attribute, errors);
            }
        }
        if !has_rows && service.dependent_actions_stated {
            action.dependent_actions = Some(Vec::new());
        }
        action
    }

    fn read_options(&mut self, attribute: &mut OwnAttribute, errors: &mut Errors) {
        const KNOWN: &[&str] = &["name", "url", "access_levels", "permission_only"];
        for item in attribute.items(KNOWN, errors) {
            match item.word() {
                "name" => {
                    if let Some(name) = item.text(errors) {
                        check_action_name(&name, errors);
                        self.name = name.value();
                        self.named_by = name.to_token_stream();
                    }
                }
                "url" => self.url = item.text(errors).map(|url| url.value()),
                "access_levels" => self.access_levels = access_levels(item, errors),
                _ => self.permission_only = item.flag(errors),
            }
        }
    }

    fn read_row(&mut self, attribute: &mut OwnAttribute, service: &Service, errors: &mut Errors) {
        const KNOWN: &[&str] =
            &["resource_types", "condition_keys", "dependent_actions", "dependent_actions_not_stated"];
        let mut dependent_actions = service.dependent_actions_stated.then(Vec::new);
        for item in attribute.items(KNOWN, errors) {
            match item.word() {
                "resource_types" => {
                    for (ident, required) in item.requirable_names(errors) {
                        match self.resource_types.iter_mut().find(|(known, _)| *known == ident) {
                            Some((_, anywhere)) => *anywhere |= required,
                            None => self.resource_types.push((ident, required)),
                        }
                    }
                }
                "condition_keys" => {
                    for ident in item.names(errors) {
                        if !self.condition_keys.contains(&ident) {
                            self.condition_keys.push(ident);
                        }
                    }
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
            if !name.value().contains(':') {
                errors.push(name, "a dependent action is written with its service prefix, as `iam:PassRole`");
            }
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

    fn documentation(&self, service: &Service) -> String {
        let prefix = service.common.prefix();
        let mut facts = Facts::of(&format!("{prefix}:{}", self.name), self.description.is_some());
        if self.access_levels.is_stated() {
            facts.add("Access level", &self.access_levels.to_string());
        }
        if self.permission_only {
            facts.say("Permission only.");
        }
        if self.resource_types.is_empty() {
            facts.say("Takes no resource but `*`.");
        } else {
            let path = path_text(&service.common.resource_types);
            let links = self.resource_types.iter().map(|(ident, required)| {
                let required = if *required { " (required)" } else { "" };
                format!("[`{ident}`]({path}::{ident}){required}")
            });
            facts.add("Resource types", &links.collect::<Vec<_>>().join(", "));
        }
        if !self.condition_keys.is_empty() {
            let path = path_text(&service.common.condition_keys);
            let links: Vec<String> =
                self.condition_keys.iter().map(|ident| format!("[`{ident}`]({path}::{ident})")).collect();
            facts.add("Condition keys", &links.join(", "));
        }
        if let Some(names) = self.dependent_actions.as_ref().filter(|names| !names.is_empty()) {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            facts.add("Dependent actions", &names.join(", "));
        }
        facts.link(self.url.as_deref());
        facts.finish()
    }
}

/// A path as intra-doc links write it.
pub(crate) fn path_text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// The access levels of `access_levels("Tagging", "Write")`.
pub(crate) fn access_levels(item: Item, errors: &mut Errors) -> AccessLevels {
    let mut levels = AccessLevels::NOT_STATED;
    for text in item.texts(errors) {
        match AccessLevel::from_name(&text.value()) {
            Some(level) if levels.contains(level) => errors.push(text, "this access level is given twice"),
            Some(level) => levels = levels.with(level),
            None => {
                let known: Vec<String> = AccessLevel::ALL.iter().map(|level| format!("`{level}`")).collect();
                errors.push(text, format_args!("unknown access level (AWS has {})", known.join(", ")));
            }
        }
    }
    levels
}

fn check_action_name(name: &Text, errors: &mut Errors) {
    let value = name.value();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if value.is_empty() || !value.bytes().all(fits) {
        errors.push(name, "an action's name is made of letters, digits, `-`, `_` and `.`, without the service prefix");
    }
}

/// Scenarios are alternatives to the rows: they stay in the annotated enum, and out of what an action takes.
fn check_scenario(attribute: &mut OwnAttribute, errors: &mut Errors) {
    let mut named = false;
    for item in attribute.items(&["name", "resource_types"], errors) {
        if item.word() == "name" {
            named = true;
            item.text(errors);
        } else {
            item.requirable_names(errors);
        }
    }
    if !named {
        errors.push(&attribute.name, "a scenario has a name: `#[scenario(name = \"…\", …)]`");
    }
}

/// What goes to the macro in `catalog` that gives the enum its methods.
fn table(input: &Input, service: &Service, actions: &[Action]) -> Result<TokenStream, TooLargeError> {
    let mut resource_types = tables::References::default();
    let mut condition_keys = tables::References::default();
    let mut dependents = write::Interner::default();
    let mut entries = Vec::with_capacity(actions.len());
    for action in actions {
        let types = action
            .resource_types
            .iter()
            .map(|(ident, required)| resource_types.place(ident).map(|place| place << 1 | u16::from(*required)));
        let keys = action.condition_keys.iter().map(|ident| condition_keys.place(ident));
        let names = action.dependent_actions.as_ref();
        let names = names.map(|names| names.iter().map(|name| dependents.position(name)).collect());
        entries.push(vec![
            Some(types.collect::<Result<_, _>>()?),
            Some(keys.collect::<Result<_, _>>()?),
            names.transpose()?,
        ]);
    }
    let names = tables::names(actions.iter().map(|action| action.name.as_str()))?;
    let facts = write::SectionsWriter::default()
        .bytes(actions.iter().map(|action| action.access_levels.to_bits()).collect())
        .bytes(actions.iter().map(|action| u8::from(action.permission_only)).collect())
        .lists(tables::lists(entries)?)
        .strings(dependents.texts())?
        .given(actions.iter().map(|action| action.description.as_deref()))?
        .given(actions.iter().map(|action| action.url.as_deref()))?;
    let facts = tables::literals(facts.finish()?);

    let Common { krate, resource_types: types_enum, condition_keys: keys_enum, .. } = &service.common;
    let (visibility, ident, idents) = (input.visibility(), input.ident(), input.idents());
    let prefix = service.common.prefix();
    let name = service.name.as_ref().map_or_else(|| prefix.clone(), Text::value);
    let (left_out, pages) = (service.actions_left_out, &service.pages);
    let operations = service.operations.iter();
    Ok(quote! {
        #krate::__actions! {
            #visibility #ident [#(#idents)*] #prefix #name #left_out #pages
            #types_enum, #keys_enum, [#(#operations)*]
            names #names
            facts #facts #resource_types #condition_keys
        }
    })
}
