//! The options of the attribute on an enum of actions: what holds for the whole service.

use catalog_core::edition;
use proc_macro2::TokenStream;
use syn::Path;

use crate::{common::Common, errors::Errors, options::AttributeOption, text_literal::TextLiteral};

/// The attribute on the enum, read.
pub(super) struct ServiceOptions {
    pub(super) common: Common,
    pub(super) name: Option<TextLiteral>,
    /// The pages it comes from, a line each.
    pub(super) pages: String,
    pub(super) actions_left_out: bool,
    pub(super) dependent_actions_stated: bool,
    /// The enum of operations, where there is one.
    pub(super) operations: Option<Path>,
}

impl ServiceOptions {
    pub(super) fn read(arguments: TokenStream, errors: &mut Errors) -> Self {
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
fn pages(item: AttributeOption, errors: &mut Errors) -> String {
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
