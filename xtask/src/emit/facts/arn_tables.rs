//! Formats the tables of facts about ARNs, which `catalog-policy` reads.

use super::table_file::{POLICY, file, string};
use crate::emit::file::File;
use crate::facts::{AwsAccount, AwsOwnedResource, FactFile, FactTable, IamPath, Partition};
use quote::quote;
use toml::Spanned;

pub(super) fn aws_accounts(table: &FactTable<AwsAccount>) -> File {
    let title = "Words that ARNs have in place of an account ID.";
    file((POLICY, FactFile::AwsAccounts), title, table, |table| {
        let mut names: Vec<_> = table.values().map(|account| account.name.get_ref()).collect();
        names.sort_unstable();
        let names = names.into_iter().map(|name| string(name));
        quote! {
            #[doc = " The words, sorted."]
            pub(crate) const AWS_ACCOUNTS: &[&str] = &[#(#names),*];
        }
    })
}

pub(super) fn aws_owned_resources(table: &FactTable<AwsOwnedResource>) -> File {
    let title = "ARN formats of resources that the pages lack.";
    file((POLICY, FactFile::AwsOwnedResources), title, table, |table| {
        let mut formats: Vec<_> = table.values().map(|resource| resource.arn.get_ref()).collect();
        formats.sort_unstable();
        let formats = formats.into_iter().map(|format| string(format));
        quote! {
            #[doc = " The formats, sorted."]
            pub(crate) const AWS_OWNED_RESOURCES: &[&str] = &[#(#formats),*];
        }
    })
}

pub(super) fn iam_paths(table: &FactTable<IamPath>) -> File {
    let title = "The beginnings of the resource in an ARN of IAM that IAM accepts.";
    file((POLICY, FactFile::IamPaths), title, table, |table| {
        let mut beginnings: Vec<_> = table.values().map(|path| path.beginning.get_ref()).collect();
        beginnings.sort_unstable();
        let beginnings = beginnings.into_iter().map(|beginning| string(beginning));
        quote! {
            #[doc = " The beginnings, sorted, each with the slash after the type."]
            pub(crate) const IAM_PATHS: &[&str] = &[#(#beginnings),*];
        }
    })
}

pub(super) fn partitions(table: &FactTable<Partition>) -> File {
    let title = "The partitions of AWS and their regions.";
    file((POLICY, FactFile::Partitions), title, table, |table| {
        let mut partitions: Vec<_> = table.values().collect();
        partitions.sort_by_key(|partition| partition.name.get_ref());
        let rows = partitions.into_iter().map(|Partition { name, regions }| {
            let mut regions: Vec<_> = regions.iter().map(Spanned::get_ref).collect();
            regions.sort_unstable();
            let (name, regions) = (string(name.get_ref()), regions.into_iter().map(|region| string(region)));
            quote! { (#name, &[#(#regions),*]) }
        });
        quote! {
            #[doc = " The partitions, sorted, each with its sorted regions."]
            pub(crate) const PARTITIONS: &[(&str, &[&str])] = &[#(#rows),*];
        }
    })
}
