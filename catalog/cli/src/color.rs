//! The argument `--color`.

use clap::ValueEnum;

/// The choice whether the output has colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment decides.
    Auto,
    /// Always, also in files and pipes.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Sets the choice for the whole program. It takes precedence over the environment.
    pub(crate) fn set(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
