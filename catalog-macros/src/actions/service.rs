//! Reads the options of the attribute `actions`, which describe the whole service.

use catalog_core::{Edition, edition};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use crate::{common::Common, errors::Errors, options::AttributeOption, text_literal::TextLiteral};

/// The options of the attribute `actions`.
pub(super) struct ServiceOptions {
    pub(super) common: Common,
    pub(super) name: Option<TextLiteral>,
    /// The pages that the enum was generated from, one per line.
    pub(super) pages: String,
    /// The edition of the pages that do not state their own, as an expression.
    pub(super) edition: TokenStream,
    pub(super) actions_left_out: bool,
    pub(super) dependent_actions_stated: bool,
    /// The enum of API operations, if there is one.
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
                // This option is only for readers of the enum. It means that AWS's pages link each action without a
                // `url` to its own section.
                "reference_urls" => _ = item.flag(errors),
                "pages" => pages = self::pages(item, errors),
                "actions_left_out" => actions_left_out = item.flag(errors),
                "operations" => operations = item.path(errors),
                _ => dependent_actions_stated = item.flag(errors),
            }
        }
        Self { common, name, pages, edition, actions_left_out, dependent_actions_stated, operations }
    }

    /// Returns the name of a page of the service, or reports an error if the service has no such page.
    pub(super) fn known_page(&self, page: TextLiteral, errors: &mut Errors) -> Option<String> {
        let name = page.value();
        if self.pages.lines().any(|line| line.split(' ').next() == Some(&name)) {
            return Some(name);
        }
        errors.push(page, format_args!("unknown page `{name}`: add it to the `pages` of the service"));
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
        errors.push(&text, "expected a month such as `2026-09`");
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
            None => errors.push(text, "expected a file name and optionally a month, such as `list_ses.md 2026-09`"),
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
