//! The message of an error about a name.

use core::fmt;

use super::{Elsewhere, Hint, NameError, NameErrorKind, Retired, meant::Joined};
use crate::{excerpt::Character, name_form::lookalike, name_kind::NameKind};

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, given, .. } = self;
        match self.kind {
            NameErrorKind::Empty => {
                let (article, example) = (of.with_article(), of.example());
                write!(f, "an empty text where {article} is wanted, as `{example}`")?;
            }
            NameErrorKind::NoColon => {
                write!(f, "`{given}` has no colon")?;
                if matches!(self.hint, Hint::Nothing) {
                    let (article, example) = (of.with_article(), of.example());
                    write!(f, ": {article} is written `service:Name`, as `{example}`")?;
                }
            }
            NameErrorKind::EmptyPrefix => write!(f, "`{given}` has no service prefix in front of its colon")?,
            NameErrorKind::EmptyName => write!(f, "`{given}` names no {of} behind its colon")?,
            NameErrorKind::IllegalCharacter { found, at } => {
                let article = of.with_article();
                write!(f, "`{given}` has {} at byte {at}, which IAM does not allow in {article}", Character(found))?;
                if matches!(found, '[' | ']' | '{' | '}') && self.of == NameKind::Action {
                    f.write_str(" (its wildcards are `*` and `?`)")?;
                }
                if matches!(self.hint, Hint::Nothing)
                    && let Some(meant) = lookalike(found).filter(|meant| *meant != ' ')
                {
                    write!(f, ": did you mean `{meant}`?")?;
                }
            }
            NameErrorKind::WildcardInPrefix => {
                write!(f, "`{given}` has a wildcard in its service prefix, which IAM wants in full")?;
            }
            NameErrorKind::Pattern => write!(f, "`{given}` is a pattern where one {of} is wanted")?,
            NameErrorKind::UnknownService => write!(f, "unknown service prefix in `{given}`")?,
            NameErrorKind::OtherService => write!(f, "`{given}` is of another service")?,
            NameErrorKind::UnknownName => write!(f, "unknown {of} `{given}`")?,
            NameErrorKind::Operation => write!(f, "`{given}` is an API operation")?,
            NameErrorKind::LeftOut => {
                let Hint::Service(service) = self.hint else { return write!(f, "`{given}` cannot be checked") };
                return write!(f, "`{given}` cannot be checked: AWS's page of {service} leaves its actions out");
            }
            NameErrorKind::NoMatch => write!(f, "pattern `{given}` matches no {of}")?,
            NameErrorKind::Retired => match self.hint {
                Hint::Retired(Retired::Match { .. }, _) => write!(f, "pattern `{given}` matches no {of}; ")?,
                Hint::Retired(..) => {}
                _ => write!(f, "AWS's reference no longer lists `{given}`")?,
            },
        }
        match (self.hint, self.kind) {
            (Hint::Meant(suggestion), _) => write!(f, ": did you mean `{suggestion}`?"),
            (Hint::Elsewhere(prefixes, more), _) => write!(f, ": {} of that name", Elsewhere { prefixes, more }),
            (Hint::Operation(actions), _) => write!(f, "; what authorises it is {}", Joined(actions)),
            (Hint::Retired(retired, month), kind) => {
                f.write_str(if kind == NameErrorKind::Retired { "" } else { "; " })?;
                write!(f, "AWS's reference last listed {retired} in {month}")
            }
            (Hint::Service(service), NameErrorKind::NoMatch) => write!(f, " of {service}"),
            (Hint::Service(service), NameErrorKind::OtherService) => write!(f, " than {service}"),
            (Hint::Service(service), _) => write!(f, ": {service} has none of that name"),
            (Hint::Nothing, NameErrorKind::UnknownService) => f.write_str(": the catalog has no such service"),
            (Hint::Nothing, _) => Ok(()),
        }
    }
}
