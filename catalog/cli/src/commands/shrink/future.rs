//! Describes the new actions that a pattern will match when AWS adds them.

/// Returns a description of the new actions that a pattern will match.
pub(super) fn description(pattern: &str) -> String {
    let Some((service, name)) = pattern.split_once(':') else {
        return String::from("every new action of every service");
    };
    if name.contains('?') {
        return format!("each new action of `{service}` with a name of this form");
    }
    let mut parts = name.split('*');
    let (beginning, end) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
    let middles = parts.filter(|part| !part.is_empty()).map(|part| format!("contains `{part}`"));
    let mut conditions: Vec<String> = Vec::new();
    if !beginning.is_empty() {
        conditions.push(format!("begins with `{beginning}`"));
    }
    conditions.extend(middles);
    if !end.is_empty() {
        conditions.push(format!("ends with `{end}`"));
    }
    match conditions.as_slice() {
        [] => format!("every new action of `{service}`"),
        [first @ .., last] if !first.is_empty() => {
            format!("each new action of `{service}` with a name that {} and {last}", first.join(", "))
        }
        conditions => format!("each new action of `{service}` with a name that {}", conditions.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::description;

    #[test]
    fn each_form_of_pattern_is_described() {
        for (pattern, expected) in [
            ("*", "every new action of every service"),
            ("s3:*", "every new action of `s3`"),
            ("s3:Get*", "each new action of `s3` with a name that begins with `Get`"),
            ("s3:*Tagging", "each new action of `s3` with a name that ends with `Tagging`"),
            ("s3:*Object*", "each new action of `s3` with a name that contains `Object`"),
            ("s3:Get*Acl", "each new action of `s3` with a name that begins with `Get` and ends with `Acl`"),
            (
                "s3:Get*Object*Acl",
                "each new action of `s3` with a name that begins with `Get`, contains `Object` and ends with `Acl`",
            ),
            ("s3:Get?bject", "each new action of `s3` with a name of this form"),
        ] {
            assert_eq!(description(pattern), expected, "{pattern}");
        }
    }
}
