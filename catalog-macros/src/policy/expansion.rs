//! What the macros expand to: a text, and all that the compiler is to say of it.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use catalog_policy::{Finding, Severity};

use crate::errors::Errors;

/// How many errors are shown, and how many warnings. Of the rest there is a count.
const SHOWN: usize = 20;

/// Collects what goes into an expansion.
#[derive(Default)]
pub(super) struct Expansion {
    pub(super) errors: Errors,
    warnings: Vec<(Span, String)>,
    /// The files that the expansion depends on, below the crate's root.
    files: Vec<String>,
}

impl Expansion {
    /// An error.
    pub(super) fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.add(syn::Error::new(span, message));
    }

    /// Has the crate compiled anew when a file changes.
    pub(super) fn depend_on(&mut self, file: &str) {
        self.files.push(file.to_owned());
    }

    /// Tells what was found. `words` says where, and how. Notes are not told: nobody asks a compiler for them.
    pub(super) fn findings(&mut self, findings: &[Finding], words: impl Fn(&Finding) -> (Span, String)) {
        let first = |severity, called| {
            let mut of_severity = findings.iter().filter(|finding| finding.severity == severity);
            let mut told: Vec<_> = of_severity.by_ref().take(SHOWN).map(&words).collect();
            let more = of_severity.count();
            if let (Some((span, _)), true) = (told.last(), more > 0) {
                told.push((*span, format!("and {more} more {called}: mend these first")));
            }
            told
        };
        for (span, message) in first(Severity::Error, "errors") {
            self.error(span, message);
        }
        self.warnings.extend(first(Severity::Warning, "warnings"));
    }

    /// A block that has the text for its value.
    pub(super) fn into_tokens(self, text: &TokenStream) -> TokenStream {
        let errors = self.errors.into_tokens();
        let files = self.files.iter().map(|file| {
            let file = below_root(file);
            quote!(
                const _: &[::core::primitive::u8] = ::core::include_bytes!(#file);
            )
        });
        let warnings = self.warnings.into_iter().map(|(span, message)| warning(span, &message));
        quote!({ #errors #(#files)* #(#warnings)* #text })
    }
}

/// The path of a file below the crate's root, as the macros of the compiler that read files take it.
pub(super) fn below_root(file: &str) -> TokenStream {
    quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #file))
}

/// Has the compiler warn. What a macro can have it warn of is the use of something deprecated: that stands at the
/// place, and all the rest is the macro's own, so that no lint looks at it.
fn warning(span: Span, message: &str) -> TokenStream {
    let own = span.resolved_at(Span::mixed_site());
    let note = Literal::string(message);
    let used = quote_spanned!(span=> POLICY);
    quote_spanned! {own=>
        const _: () = {
            #[deprecated(note = #note)]
            const POLICY: () = ();
            #used
        };
    }
}
