//! The path of the crate `catalog`, as the outer half of a macro hands it on.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Token, parse::ParseStream};

/// Reads `crate = path;`.
pub(crate) fn crate_path(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    input.parse::<Token![crate]>()?;
    input.parse::<Token![=]>()?;
    let mut krate = TokenStream::new();
    while !input.peek(Token![;]) {
        // `$crate` is a token of its own kind, which no parser of paths takes.
        krate.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<Token![;]>()?;
    Ok(krate)
}
