//! Formats the table of the properties of condition keys, which `catalog-policy` reads.

use super::table_file::{POLICY, file, string};
use crate::emit::file::File;
use crate::facts::{FactFile, FactTable, KeyProperty, KeyWithProperty};
use quote::quote;

pub(super) fn key_properties(table: &FactTable<KeyWithProperty>) -> File {
    let title = "Properties of global condition keys on which rules depend.";
    file((POLICY, FactFile::KeyProperties), title, table, |table| {
        let mut keys: Vec<_> = table.values().collect();
        keys.sort_by_key(|key| key.name.get_ref());
        let with = |property| keys.iter().filter(move |key| key.property == property);
        let names = |property| with(property).map(|key| string(key.name.get_ref())).collect::<Vec<_>>();
        let pairs = |property| {
            let pair = |key: &&KeyWithProperty| {
                let (name, others) =
                    (string(key.name.get_ref()), key.others.iter().map(|other| string(other.get_ref())));
                quote! { (#name, &[#(#others),*]) }
            };
            with(property).map(pair).collect::<Vec<_>>()
        };
        let in_all = names(KeyProperty::InAllRequests);
        let in_signed = names(KeyProperty::InSignedRequests);
        let chosen = names(KeyProperty::ChosenByCaller);
        let about_caller = names(KeyProperty::AboutCaller);
        let paired = pairs(KeyProperty::Paired);
        let deprecated = pairs(KeyProperty::Deprecated);
        let unsupported = pairs(KeyProperty::Unsupported);
        quote! {
            #[doc = " The keys that every request has, sorted."]
            pub(crate) const IN_ALL_REQUESTS: &[&str] = &[#(#in_all),*];

            #[doc = " The keys that every request with credentials has, sorted."]
            pub(crate) const IN_SIGNED_REQUESTS: &[&str] = &[#(#in_signed),*];

            #[doc = " The keys of which a caller can send any value, sorted."]
            pub(crate) const CHOSEN_BY_CALLERS: &[&str] = &[#(#chosen),*];

            #[doc = " The keys about the caller that some requests lack, sorted."]
            pub(crate) const ABOUT_CALLERS: &[&str] = &[#(#about_caller),*];

            #[doc = " The keys that should be used together with one of some other keys, sorted, each with these keys."]
            pub(crate) const PAIRED: &[(&str, &[&str])] = &[#(#paired),*];

            #[doc = " The deprecated keys, sorted, each with the recommended keys."]
            pub(crate) const DEPRECATED: &[(&str, &[&str])] = &[#(#deprecated),*];

            #[doc = " The keys that no request has, sorted, each with the keys that may be intended."]
            pub(crate) const UNSUPPORTED: &[(&str, &[&str])] = &[#(#unsupported),*];
        }
    })
}
