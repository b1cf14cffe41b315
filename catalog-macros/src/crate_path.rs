//! Reads the path of the crate `catalog`, which the macros of `catalog` pass to those of this crate.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Token, parse::ParseStream};

/// Reads `crate = path;`.
pub(crate) fn crate_path(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    input.parse::<Token![crate]>()?;
    input.parse::<Token![=]>()?;
    let mut krate = TokenStream::new();
    while !input.peek(Token![;]) {
        // No path parser accepts `$crate`, because it is a special token.
        krate.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<Token![;]>()?;
    Ok(krate)
}
