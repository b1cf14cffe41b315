//! The message of an error about a name.

use core::fmt;

use super::{Hint, NameError, NameErrorKind, Retired, meant::Joined};
use crate::{excerpt::Character, name_form::lookalike, name_kind::NameKind};

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, given, .. } = self;
        match self.kind {
            NameErrorKind::Empty => {
                let (article, example) = (of.with_article(), of.example());
                write!(f, "expected {article} such as `{example}`, found an empty string")?;
            }
            NameErrorKind::NoColon => {
                write!(f, "`{given}` has no colon")?;
                if matches!(self.hint, Hint::Nothing) {
                    let (article, example) = (of.with_article(), of.example());
                    write!(f, ": expected {article} such as `{example}`")?;
                }
            }
            NameErrorKind::EmptyPrefix => write!(f, "`{given}` has no service prefix before the colon")?,
            NameErrorKind::EmptyName => write!(f, "`{given}` has no {of} name after the colon")?,
            NameErrorKind::IllegalCharacter { found, at } => {
                let article = of.with_article();
                write!(f, "`{given}` has {} at byte {at}, which IAM does not allow in {article}", Character(found))?;
                if matches!(found, '[' | ']' | '{' | '}') && self.of == NameKind::Action {
                    f.write_str(" (the only wildcards are `*` and `?`)")?;
                }
                if matches!(self.hint, Hint::Nothing)
                    && let Some(meant) = lookalike(found).filter(|meant| *meant != ' ')
                {
                    write!(f, ": did you mean `{meant}`?")?;
                }
            }
            NameErrorKind::Several => {
                write!(f, "`{given}` has several {of}s in one string: write each in its own string")?;
            }
            NameErrorKind::WildcardInPrefix => {
                write!(f, "`{given}` has a wildcard in the service prefix: write the whole prefix")?;
            }
            NameErrorKind::Pattern => write!(f, "expected a single {of}, found the pattern `{given}`")?,
            NameErrorKind::UnknownService => write!(f, "unknown service prefix in `{given}`")?,
            NameErrorKind::OtherService => write!(f, "`{given}` belongs to another service")?,
            NameErrorKind::UnknownName => write!(f, "unknown {of} `{given}`")?,
            NameErrorKind::Operation => write!(f, "`{given}` is an API operation, not {}", of.with_article())?,
            NameErrorKind::LeftOut => {
                let Hint::Service(service) = self.hint else { return write!(f, "`{given}` cannot be checked") };
                return write!(f, "`{given}` cannot be checked: AWS's page of {service} does not list its actions");
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
            (Hint::Elsewhere(elsewhere), _) => {
                write!(f, ": {elsewhere} {} with this name", of.with_article())
            }
            (Hint::Operation(actions), _) if actions.iter().next().is_some() => write!(f, ": use {}", Joined(actions)),
            (Hint::Operation(_), _) => f.write_str("; the actions that authorize it are not stated"),
            (Hint::Retired(retired, month), kind) => {
                f.write_str(if kind == NameErrorKind::Retired { "" } else { "; " })?;
                write!(f, "AWS's reference last listed {retired} in {month}")
            }
            (Hint::Service(service), NameErrorKind::NoMatch) => write!(f, " of {service}"),
            (Hint::Service(service), NameErrorKind::OtherService) => write!(f, ", not {service}"),
            (Hint::Methods(prefix), _) => write!(
                f,
                ": the actions of `{prefix}` are HTTP methods, so use `{prefix}:GET`, `{prefix}:POST` or another method"
            ),
            (Hint::Service(service), _) => write!(f, ": {service} has no {of} with this name"),
            (Hint::Nothing, NameErrorKind::UnknownService) => {
                f.write_str(": the catalog has no service with this prefix")
            }
            (Hint::Nothing, _) => Ok(()),
        }
    }
}
