//! From text to a name of a catalogue, or to what is wrong with the text.
//!
//! The macros hand in the index they carry, the runtime its tables; both get the same answer, and the same words.

use crate::{
    OperationActions, fold,
    name_error::{Elsewhere, Meant, NameError, NameErrorKind, NameKind, Suggestion},
    nearest::{self, Nearest},
    syntax::{self, Parts},
    wildcard,
};

/// The names of one service.
pub trait ServiceNames: Copy {
    /// The service prefix: `ses`.
    fn prefix(self) -> &'static str;

    /// What AWS calls the service: `Amazon SES`.
    fn name(self) -> &'static str;

    /// Whether AWS's page leaves the actions out, so that nobody can say which there are.
    fn actions_are_left_out(self) -> bool {
        false
    }

    /// The names of one kind, in catalogue order. Actions and resource types come without the prefix, condition keys
    /// as they are.
    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str>;

    /// The position of a name among [`names`](Self::names), in any case. Where two differ in case only, the one that is
    /// spelled so, or else the first.
    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        let exact = self.names(kind).position(|known| known == name);
        exact.or_else(|| self.names(kind).position(|known| fold::same(known, name)))
    }

    /// What authorises the API operation of a name, in any case, where that is known.
    fn operation(self, name: &str) -> Option<OperationActions> {
        let _ = name;
        None
    }
}

/// The names of all services.
pub trait Catalogue: Copy {
    /// A service of the catalogue.
    type Service: ServiceNames;

    /// Every service, in order of prefix.
    fn services(self) -> impl Iterator<Item = Self::Service>;

    /// The service of a prefix, in any case.
    fn find_service(self, prefix: &str) -> Option<Self::Service> {
        self.services().find(|service| fold::same(service.prefix(), prefix))
    }

    /// The action of a full name, in any case: the service, and the position of the name there.
    fn find_action(self, text: &str) -> Option<(Self::Service, usize)> {
        let Parts { prefix, name } = syntax::split(text)?;
        let service = self.find_service(prefix)?;
        Some((service, service.find(NameKind::Action, name)?))
    }
}

/// What an action pattern says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern<'p, S> {
    /// `*`: every action of every service.
    Everything,
    /// One action, by the position of its name.
    One(S, usize),
    /// The actions of one service whose names the text matches.
    Matching(S, &'p str),
}

/// Finds the one thing that a text names.
///
/// A condition key is looked for in the service that its prefix names, and else in all services, in order.
///
/// # Errors
/// When the text is malformed, or names nothing the catalogue has.
pub fn name<C: Catalogue>(catalogue: C, kind: NameKind, text: &str) -> Result<(C::Service, usize), NameError> {
    find(catalogue, kind, text).ok_or_else(|| explain(catalogue, kind, text))
}

/// Finds the one thing of a service that a text names.
///
/// # Errors
/// As [`name`], and when the text names another service.
pub fn name_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> Result<usize, NameError> {
    find_in(service, kind, text).ok_or_else(|| explain_in(service, kind, text))
}

/// Reads an action pattern.
///
/// Without a wildcard it must name an action. With one it may match nothing: see [`no_match`].
///
/// # Errors
/// When the text is malformed, its service is unknown, or it holds no wildcard and names no action.
pub fn pattern<C: Catalogue>(catalogue: C, text: &str) -> Result<Pattern<'_, C::Service>, NameError> {
    if text == "*" {
        return Ok(Pattern::Everything);
    }
    if !wildcard::has_wildcard(text) {
        return name(catalogue, NameKind::Action, text).map(|(service, position)| Pattern::One(service, position));
    }
    match syntax::parse(text, NameKind::Action, true) {
        Err(kind) => Err(NameError::new(kind, NameKind::Action, text)),
        Ok(Parts { prefix, name }) => match catalogue.find_service(prefix) {
            Some(service) => Ok(Pattern::Matching(service, name)),
            None => Err(unknown_service(catalogue, NameKind::Action, text, prefix, None)),
        },
    }
}

/// The error about a pattern that matches no action of its service, for those to whom that is one.
pub fn no_match<S: ServiceNames>(service: S, text: &str) -> NameError {
    if service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, NameKind::Action, text).in_service(service.name());
    }
    let error = NameError::new(NameErrorKind::NoMatch, NameKind::Action, text).in_service(service.name());
    let Some(Parts { name, .. }) = syntax::split(text) else { return error };
    // `Sned*`: names are compared by as much as stands in front of the star.
    let beginning = name.trim_end_matches('*');
    if wildcard::has_wildcard(beginning) {
        return error;
    }
    let mut nearest = Nearest::to(beginning);
    for name in service.names(NameKind::Action) {
        if let Some(head) = name.get(..beginning.len()) {
            nearest.offer(head);
        }
    }
    error.suggesting(nearest.best().map(|head| Suggestion::pattern(service.prefix(), head)))
}

#[inline]
fn find<C: Catalogue>(catalogue: C, kind: NameKind, text: &str) -> Option<(C::Service, usize)> {
    if kind == NameKind::Action {
        return catalogue.find_action(text);
    }
    let Parts { prefix, name } = syntax::split(text)?;
    let own = catalogue.find_service(prefix);
    if kind == NameKind::ConditionKey {
        let among = |service: C::Service| service.find(kind, text).map(|position| (service, position));
        return own.and_then(among).or_else(|| catalogue.services().find_map(among));
    }
    own.and_then(|service| service.find(kind, name).map(|position| (service, position)))
}

fn find_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> Option<usize> {
    let Parts { prefix, name } = syntax::split(text)?;
    match kind {
        NameKind::ConditionKey => service.find(kind, text),
        _ if fold::same(prefix, service.prefix()) => service.find(kind, name),
        _ => None,
    }
}

/// Says why nothing was found. Slow, for it goes through the whole catalogue to be of help.
#[cold]
fn explain<C: Catalogue>(catalogue: C, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(wrong) => return NameError::new(wrong, kind, text).suggesting(well_formed(catalogue, kind, text)),
    };
    let Some(service) = catalogue.find_service(prefix) else {
        return unknown_service(catalogue, kind, text, prefix, Some(name));
    };
    unknown_name(service, kind, text, name, || meant(catalogue, service, kind, text, Parts { prefix, name }))
}

/// As [`explain`], where only one service is asked.
#[cold]
fn explain_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(wrong) => return NameError::new(wrong, kind, text),
    };
    let near = || nearest_name(service, kind, text, name);
    if kind == NameKind::ConditionKey || fold::same(prefix, service.prefix()) {
        return unknown_name(service, kind, text, name, near);
    }
    NameError::new(NameErrorKind::OtherService, kind, text).in_service(service.name()).suggesting(near())
}

/// The error about a name that a service does not have, or cannot be said to have.
fn unknown_name<S: ServiceNames, M: Into<Meant>>(
    service: S,
    kind: NameKind,
    text: &str,
    name: &str,
    meant: impl FnOnce() -> Option<M>,
) -> NameError {
    if kind == NameKind::Action
        && let Some(actions) = service.operation(name)
    {
        return NameError::new(NameErrorKind::Operation, kind, text).authorized_by(actions);
    }
    if kind == NameKind::Action && service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, kind, text).in_service(service.name());
    }
    NameError::new(NameErrorKind::UnknownName, kind, text).in_service(service.name()).suggesting(meant())
}

/// What is nearest to a name that a service does not have: a name of that service, or the same name in another one,
/// whichever takes fewer mistakes over the whole text. A service's own wins a tie.
fn meant<C: Catalogue>(
    catalogue: C,
    service: C::Service,
    kind: NameKind,
    text: &str,
    Parts { prefix, name }: Parts<'_>,
) -> Option<Meant> {
    let own = nearest(service, kind, text, name).best().map(|near| {
        let given = if kind == NameKind::ConditionKey { text } else { name };
        (nearest::distance(given, near).unwrap_or(usize::MAX), suggestion(service, kind, near).into())
    });
    let other = (kind != NameKind::ConditionKey).then(|| elsewhere(catalogue, kind, prefix, name)).flatten();
    match (own, other) {
        (Some((mistakes, own)), Some((other_mistakes, other))) => {
            Some(if mistakes <= other_mistakes { own } else { other })
        }
        (own, other) => own.or(other).map(|(_, meant)| meant),
    }
}

/// What a malformed text would name if its slip were mended: a character too many, or another mark for the colon.
fn well_formed<C: Catalogue>(catalogue: C, kind: NameKind, text: &str) -> Option<Meant> {
    let divided = text.split_once(':').or_else(|| text.split_once(['.', '/', ';', ' ']));
    let Some((prefix, name)) = divided else { return elsewhere(catalogue, kind, "", text).map(|(_, meant)| meant) };
    if name.is_empty() || wildcard::has_wildcard(name) {
        return None;
    }
    nearest_name(catalogue.find_service(prefix.trim())?, kind, text, name.trim()).map(Meant::One)
}

fn unknown_service<C: Catalogue>(
    catalogue: C,
    kind: NameKind,
    text: &str,
    prefix: &str,
    name: Option<&str>,
) -> NameError {
    let error = NameError::new(NameErrorKind::UnknownService, kind, text);
    // Of equally near prefixes, one whose service has the name is meant.
    let mut with_name = Nearest::to(prefix);
    let mut without = Nearest::to(prefix);
    let mut full = None;
    for service in catalogue.services() {
        without.offer(service.prefix());
        let mut nearer = with_name.clone();
        if nearer.offer(service.prefix())
            && let Some(close) = name.and_then(|name| nearest_name(service, kind, text, name))
        {
            (with_name, full) = (nearer, Some(close));
        }
    }
    let meant = full
        .map(Meant::One)
        .or_else(|| name.and_then(|name| elsewhere(catalogue, kind, prefix, name)).map(|(_, meant)| meant))
        .or_else(|| without.best().map(|prefix| Meant::One(Suggestion::service(prefix))));
    error.suggesting(meant)
}

/// The name of a service that is nearest to the given one.
fn nearest_name<S: ServiceNames>(service: S, kind: NameKind, text: &str, name: &str) -> Option<Suggestion> {
    Some(suggestion(service, kind, nearest(service, kind, text, name).best()?))
}

fn nearest<'t, S: ServiceNames>(service: S, kind: NameKind, text: &'t str, name: &'t str) -> Nearest<'t> {
    let mut nearest = Nearest::to(if kind == NameKind::ConditionKey { text } else { name });
    for known in service.names(kind) {
        nearest.offer(known);
    }
    nearest
}

/// The services that have exactly this name, and how far the nearest of their prefixes is from the given one.
fn elsewhere<C: Catalogue>(catalogue: C, kind: NameKind, prefix: &str, name: &str) -> Option<(usize, Meant)> {
    // The nearest first, and of equally near ones the first in order.
    let mut nearest = [None::<(usize, C::Service)>; Elsewhere::SHOWN];
    let mut count = 0_u16;
    for service in catalogue.services() {
        if service.find(kind, name).is_none() {
            continue;
        }
        count = count.saturating_add(1);
        let mut moved = Some((nearest::distance(prefix, service.prefix()).unwrap_or(usize::MAX), service));
        for place in &mut nearest {
            match (place.as_ref(), moved.as_ref()) {
                (Some((kept, _)), Some((mistakes, _))) if kept <= mistakes => {}
                _ => core::mem::swap(place, &mut moved),
            }
        }
    }
    let [Some((mistakes, first)), second, _] = nearest else { return None };
    if second.is_none() {
        let known = first.names(kind).nth(first.find(kind, name)?)?;
        return Some((mistakes, suggestion(first, kind, known).into()));
    }
    let prefixes = nearest.map(|place| place.map(|(_, service)| service.prefix()));
    let shown = u16::try_from(prefixes.iter().flatten().count()).unwrap_or(u16::MAX);
    Some((mistakes, Meant::Elsewhere(Elsewhere { prefixes, more: count.saturating_sub(shown) })))
}

fn suggestion<S: ServiceNames>(service: S, kind: NameKind, name: &'static str) -> Suggestion {
    match kind {
        NameKind::ConditionKey => Suggestion::key(name),
        NameKind::Action | NameKind::ResourceType => Suggestion::name(service.prefix(), name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString as _};

    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Fake(&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

    impl ServiceNames for Fake {
        fn prefix(self) -> &'static str {
            self.0
        }
        fn name(self) -> &'static str {
            self.1
        }
        fn actions_are_left_out(self) -> bool {
            self.2.is_empty()
        }
        fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
            if kind == NameKind::ConditionKey { self.3.iter().copied() } else { self.2.iter().copied() }
        }
    }

    impl Catalogue for &'static [Fake] {
        type Service = Fake;
        fn services(self) -> impl Iterator<Item = Fake> {
            self.iter().copied()
        }
    }

    const FAKES: &[Fake] = &[
        Fake("ec2", "Amazon EC2", &["RunInstances", "CreateTags"], &["aws:TagKeys", "ec2:Region"]),
        Fake("es", "Amazon ES", &["AddTags"], &["aws:TagKeys"]),
        Fake("ses", "Amazon SES", &["SendEmail", "SendRawEmail", "CreateTags"], &["ses:FromAddress"]),
    ];

    fn action(text: &str) -> Result<String, String> {
        name(FAKES, NameKind::Action, text)
            .map(|(service, position)| alloc::format!("{}:{}", service.0, service.2[position]))
            .map_err(|error| error.to_string())
    }

    fn wrong(text: &str) -> String {
        action(text).unwrap_err()
    }

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(action("ses:SendEmail").unwrap(), "ses:SendEmail");
        assert_eq!(action("SES:SENDEMAIL").unwrap(), "ses:SendEmail");
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        assert_eq!(wrong("ses:SendEmial"), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
        assert_eq!(wrong("ses:RunInstances"), "unknown action `ses:RunInstances`: did you mean `ec2:RunInstances`?");
        assert_eq!(wrong("ses:Frobnicate"), "unknown action `ses:Frobnicate`: Amazon SES has none of that name");
    }

    #[test]
    fn an_unknown_prefix_is_answered_with_a_service_that_has_the_name() {
        // `es` is as near as `ses`; only one of them sends email.
        assert_eq!(wrong("zes:SendEmail"), "unknown service prefix in `zes:SendEmail`: did you mean `ses:SendEmail`?");
        assert_eq!(
            wrong("mail:SendEmail"),
            "unknown service prefix in `mail:SendEmail`: did you mean `ses:SendEmail`?"
        );
        assert_eq!(wrong("zes:Frobnicate"), "unknown service prefix in `zes:Frobnicate`: did you mean `es:…`?");
        assert_eq!(
            wrong("nowhere:Frobnicate"),
            "unknown service prefix in `nowhere:Frobnicate`: the catalogue has no such service"
        );
        // Two services create tags, and neither prefix is near.
        assert_eq!(
            wrong("nowhere:CreateTags"),
            "unknown service prefix in `nowhere:CreateTags`: `ec2` and `ses` have one of that name"
        );
    }

    #[test]
    fn fewer_mistakes_win_between_a_near_name_and_another_service() {
        const PAIR: &[Fake] = &[
            Fake("sns", "Amazon SNS", &["Publish", "ListTopics"], &[]),
            Fake("sqs", "Amazon SQS", &["PublishIt", "ListTopics", "Purge"], &[]),
            Fake("xray", "X", &["ListTopic", "Purges"], &[]),
        ];
        let wrong = |text| name(PAIR, NameKind::Action, text).unwrap_err();
        // One letter of the prefix against two of the name; and the other way about.
        assert_eq!(wrong("sqs:Publish").suggestion().unwrap().to_string(), "sns:Publish");
        assert_eq!(wrong("xray:Purge").suggestion().unwrap().to_string(), "xray:Purges");
        assert_eq!(wrong("xray:ListTopics").suggestion().unwrap().to_string(), "xray:ListTopic");
        assert!(wrong("sqs:Publish").services().next().is_none());
    }

    #[test]
    fn of_many_services_the_nearest_three_are_named() {
        const MANY: &[Fake] = &[
            Fake("a", "A", &["TagResource"], &[]),
            Fake("ec2", "B", &["TagResource"], &[]),
            Fake("ecs", "C", &["TagResource"], &[]),
            Fake("eks", "D", &["Run"], &[]),
            Fake("es", "E", &["TagResource"], &[]),
            Fake("zzz", "F", &["TagResource"], &[]),
        ];
        let error = name(MANY, NameKind::Action, "eks:tagresource").unwrap_err();
        assert_eq!(error.services().collect::<alloc::vec::Vec<_>>(), ["ecs", "es", "ec2"]);
        let text = "unknown action `eks:tagresource`: `ecs`, `es`, `ec2` and 2 more services have one of that name";
        assert_eq!(error.to_string(), text);
        let error = name(&MANY[..3], NameKind::Action, "ec2:TagResources").unwrap_err();
        assert_eq!(error.suggestion().unwrap().to_string(), "ec2:TagResource");
    }

    #[test]
    fn an_operation_that_is_no_action_is_answered_with_what_authorises_it() {
        #[derive(Clone, Copy, Debug)]
        struct Storage;
        impl crate::OperationTable for Storage {
            fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
                let actions: &[_] = if operation == 0 { &["s3:ListBucket"] } else { &["s3:GetObject", "kms:Decrypt"] };
                actions.get(nth).copied()
            }
        }
        impl ServiceNames for Storage {
            fn prefix(self) -> &'static str {
                "s3"
            }
            fn name(self) -> &'static str {
                "Amazon S3"
            }
            fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
                ["ListBucket", "GetObject"].into_iter()
            }
            fn operation(self, name: &str) -> Option<OperationActions> {
                // An operation may have the name of an action, which is then what is meant.
                let names = ["ListObjectsV2", "CopyObject", "GetObject"];
                let operation = names.iter().position(|known| fold::same(known, name))?;
                Some(OperationActions::new(&Storage, u16::try_from(operation).ok()?))
            }
        }
        let error = name_in(Storage, NameKind::Action, "s3:listobjectsV2").unwrap_err();
        assert_eq!(error.kind(), NameErrorKind::Operation);
        assert_eq!(error.operation_actions().collect::<alloc::vec::Vec<_>>(), ["s3:ListBucket"]);
        assert_eq!(error.to_string(), "`s3:listobjectsV2` is an API operation; what authorises it is `s3:ListBucket`");
        let error = name_in(Storage, NameKind::Action, "s3:CopyObject").unwrap_err();
        assert!(error.to_string().ends_with("is `s3:GetObject` and `kms:Decrypt`"), "{error}");
        assert_eq!(name_in(Storage, NameKind::Action, "s3:GetObject"), Ok(1));
        assert_eq!(name_in(Storage, NameKind::ResourceType, "s3:Copy").unwrap_err().kind(), NameErrorKind::UnknownName);
    }

    #[test]
    fn a_service_knows_only_its_own() {
        let wrong = |text| name_in(FAKES[2], NameKind::Action, text).unwrap_err().to_string();
        assert_eq!(name_in(FAKES[2], NameKind::Action, "SES:sendemail"), Ok(0));
        assert_eq!(wrong("ec2:RunInstances"), "`ec2:RunInstances` is of another service than Amazon SES");
        assert_eq!(wrong("es:SendEmail"), "`es:SendEmail` is of another service: did you mean `ses:SendEmail`?");
        assert_eq!(wrong("ses:SendEmial"), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
        assert_eq!(name_in(FAKES[0], NameKind::ConditionKey, "AWS:tagkeys"), Ok(0));
    }

    #[test]
    fn what_a_page_leaves_out_is_not_called_unknown() {
        let storage = Fake("s3", "Amazon S3", &[], &["s3:prefix"]);
        let error = name_in(storage, NameKind::Action, "s3:GetObject").unwrap_err();
        assert_eq!(error.kind(), NameErrorKind::LeftOut);
        let text = "`s3:GetObject` cannot be checked: AWS's page of Amazon S3 leaves its actions out";
        assert_eq!(error.to_string(), text);
        assert_eq!(no_match(storage, "s3:Get*").kind(), NameErrorKind::LeftOut);
        let key = name_in(storage, NameKind::ConditionKey, "s3:prefixes").unwrap_err();
        assert_eq!(key.kind(), NameErrorKind::UnknownName);
    }

    #[test]
    fn one_slip_of_form_is_mended() {
        assert!(wrong("SendEmail").ends_with(": did you mean `ses:SendEmail`?"));
        assert!(wrong("ses.SendEmail").ends_with(": did you mean `ses:SendEmail`?"));
        assert!(wrong("ses: sendemail").ends_with(": did you mean `ses:SendEmail`?"));
        assert!(wrong("ses:Send Email").ends_with(": did you mean `ses:SendEmail`?"));
        assert!(wrong("ses:[sS]end*").ends_with("in an action (its wildcards are `*` and `?`)"));
        assert!(wrong("Frobnicate").starts_with("`Frobnicate` has no colon: an action is written"));
    }

    #[test]
    fn a_condition_key_is_found_in_its_own_service_first() {
        let key = |text| name(FAKES, NameKind::ConditionKey, text).map(|(service, _)| service.0);
        assert_eq!(key("ses:fromaddress"), Ok("ses"));
        assert_eq!(key("aws:TagKeys"), Ok("ec2"));
        let error = key("ses:FromAdress").unwrap_err().to_string();
        assert_eq!(error, "unknown condition key `ses:FromAdress`: did you mean `ses:FromAddress`?");
    }

    #[test]
    fn patterns_say_what_they_say() {
        assert_eq!(pattern(FAKES, "*"), Ok(Pattern::Everything));
        assert_eq!(pattern(FAKES, "SES:Send*"), Ok(Pattern::Matching(FAKES[2], "Send*")));
        assert_eq!(pattern(FAKES, "ses:sendemail"), Ok(Pattern::One(FAKES[2], 0)));
        let wrong = |text| pattern(FAKES, text).unwrap_err().to_string();
        assert_eq!(wrong("*:*"), "`*:*` has a wildcard in its service prefix, which IAM wants in full");
        assert_eq!(wrong("zes:Send*"), "unknown service prefix in `zes:Send*`: did you mean `es:…`?");
        assert_eq!(wrong("Send*"), "`Send*` has no colon: an action is written `service:Name`, as `ses:SendEmail`");
    }

    #[test]
    fn a_pattern_that_matches_nothing_is_answered_with_a_near_beginning() {
        let error = |text| no_match(FAKES[2], text).to_string();
        assert_eq!(error("ses:Sned*"), "pattern `ses:Sned*` matches no action: did you mean `ses:Send*`?");
        assert_eq!(error("ses:*Qu?ta"), "pattern `ses:*Qu?ta` matches no action of Amazon SES");
    }
}
