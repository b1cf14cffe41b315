//! The options of the attribute on an enum of actions: what holds for the whole service.

use catalog_core::{Edition, edition};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use crate::{common::Common, errors::Errors, options::AttributeOption, text_literal::TextLiteral};

/// The attribute on the enum, read.
pub(super) struct ServiceOptions {
    pub(super) common: Common,
    pub(super) name: Option<TextLiteral>,
    /// The pages it comes from, a line each.
    pub(super) pages: String,
    /// The edition of the pages that state none of their own, as an expression.
    pub(super) edition: TokenStream,
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
            "edition",
            "reference_urls",
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
        let mut edition = quote!(::core::option::Option::None);
        for item in std::mem::take(&mut common.others) {
            match item.word() {
                "name" => name = item.text(errors),
                "edition" => edition = self::edition(item, &common.krate, errors),
                // For a reader of the enum: the pages link each action without a `url` to its own place there.
                "reference_urls" => _ = item.flag(errors),
                "pages" => pages = self::pages(item, errors),
                "actions_left_out" => actions_left_out = item.flag(errors),
                "operations" => operations = item.path(errors),
                _ => dependent_actions_stated = item.flag(errors),
            }
        }
        Self { common, name, pages, edition, actions_left_out, dependent_actions_stated, operations }
    }

    /// Returns the page of an action, if the service names it.
    pub(super) fn known_page(&self, page: TextLiteral, errors: &mut Errors) -> Option<String> {
        let name = page.value();
        if self.pages.lines().any(|line| line.split(' ').next() == Some(&name)) {
            return Some(name);
        }
        errors.push(page, "this page is not among the `pages` of the service");
        None
    }
}

/// Reads the edition of `edition = "2026-09"`, or of `edition = path::TO` for a constant of type `Option<Edition>`.
fn edition(item: AttributeOption, krate: &TokenStream, errors: &mut Errors) -> TokenStream {
    if item.is_path() {
        return item.path(errors).map_or_else(|| quote!(::core::option::Option::None), ToTokens::into_token_stream);
    }
    let Some(text) = item.text(errors) else { return quote!(::core::option::Option::None) };
    if Edition::parse(&text.value()).is_none() {
        errors.push(&text, "an edition is a month, such as `2026-09`");
    }
    quote!(#krate::Edition::parse(#text))
}

/// Reads the pages of `pages("list_amazonses.md 2018-04", "list_ses.md 2026-09")` and joins them, one per line.
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
