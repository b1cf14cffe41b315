//! Collects the parts of an expansion: the policy as a string, and the errors and warnings about it.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use catalog_policy::{Finding, Severity};

use crate::errors::Errors;

/// The maximum number of errors that are shown, and also of warnings. The rest are only counted.
const SHOWN: usize = 20;

/// The parts of an expansion, except its value.
#[derive(Default)]
pub(super) struct Expansion {
    pub(super) errors: Errors,
    warnings: Vec<(Span, String)>,
    /// The files that the expansion depends on, relative to the crate's root directory.
    files: Vec<String>,
}

impl Expansion {
    /// Adds an error.
    pub(super) fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.add(syn::Error::new(span, message));
    }

    /// Makes Cargo recompile the crate when the file changes.
    pub(super) fn depend_on(&mut self, file: &str) {
        self.files.push(file.to_owned());
    }

    /// Adds errors and warnings for the findings. `words` returns the span and the message of a finding.
    ///
    /// Notes are omitted, because users do not expect a compiler to print them.
    pub(super) fn findings(&mut self, findings: &[Finding], words: impl Fn(&Finding) -> (Span, String)) {
        let first = |severity, called| {
            let mut of_severity = findings.iter().filter(|finding| finding.severity == severity);
            let mut shown: Vec<_> = of_severity.by_ref().take(SHOWN).map(&words).collect();
            let more = of_severity.count();
            if let (Some((span, _)), true) = (shown.last(), more > 0) {
                shown.push((*span, format!("{more} more {called} are not shown: fix these first")));
            }
            shown
        };
        for (span, message) in first(Severity::Error, "errors") {
            self.error(span, message);
        }
        self.warnings.extend(first(Severity::Warning, "warnings"));
    }

    /// Returns a block that contains all parts of the expansion and has the value `text`.
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

/// Returns an expression for the path of a file in the crate, for use in `include_str!` and similar macros.
pub(super) fn below_root(file: &str) -> TokenStream {
    quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #file))
}

/// Returns an item that makes the compiler print a warning.
///
/// On stable Rust, a macro can only cause a warning by using something deprecated. Only this use has the span of the
/// finding. The rest of the item has the macro's span, so lints ignore it.
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
