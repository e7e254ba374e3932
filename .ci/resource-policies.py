"""How long the resource policies get that let the gateway call each function.

SAM makes one AWS::Lambda::Permission an HTTP API event; Lambda keeps them as statements of one policy for each alias and
refuses more than 20,480 bytes ("Lambda quotas", function resource-based policy). Nothing but a deployment would notice.

The template is transformed by the installed SAM's own translator. Each permission is then written as GetPolicy shows it:
JSON without white space, principal under Service, action, the qualified ARN, ArnLike on the source ARN, and as statement
id the physical id that CloudFormation makes: stack name, logical id and 12 random characters. Where a length depends on
the deployment, the longest is taken: region, API id, stack name, and a function name at Lambda's limit.

Run by the Python that SAM is installed in: resource-policies.py template.yaml
"""

import json
import os
import re
import sys

from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

LIMIT = 20_480
REGION = "ap-southeast-2"
ACCOUNT = "123456789012"
API_ID = "a1b2c3d4e5"
STACK = "companion-production"
SUFFIX = "A1B2C3D4E5F6"
FUNCTION_NAME = 64


def transformed(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/key"  # a local folder is uploaded before it is transformed
    given = {name: "value" for name, parameter in template["Parameters"].items() if "Default" not in parameter}
    os.environ["AWS_DEFAULT_REGION"] = REGION  # where the translator looks for it
    return Translator({}, Parser()).translate(template, given)


def source_arn(value):
    text, variables = value["Fn::Sub"]
    known = {
        "AWS::Partition": "aws",
        "AWS::Region": REGION,
        "AWS::AccountId": ACCOUNT,
        "__ApiId__": API_ID,
        "__Stage__": variables.get("__Stage__"),
    }
    return re.sub(r"\$\{([^}]+)\}", lambda match: known[match.group(1)], text)


def statement(logical_id, properties):
    alias = properties["FunctionName"]["Ref"]
    name = f"{STACK}-{alias}".ljust(FUNCTION_NAME, "X")[:FUNCTION_NAME]
    return alias, {
        "Sid": f"{STACK}-{logical_id}-{SUFFIX}",
        "Effect": "Allow",
        "Principal": {"Service": properties["Principal"]},
        "Action": properties["Action"],
        "Resource": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}:live",
        "Condition": {"ArnLike": {"AWS:SourceArn": source_arn(properties["SourceArn"])}},
    }


def main(path):
    policies = {}
    for logical_id, resource in transformed(path)["Resources"].items():
        if resource["Type"] == "AWS::Lambda::Permission":
            alias, rendered = statement(logical_id, resource["Properties"])
            policies.setdefault(alias, []).append(rendered)
    if not policies:
        sys.exit("no permissions in the transformed template: this check checks nothing")
    too_long = False
    for alias, statements in sorted(policies.items()):
        policy = {"Version": "2012-10-17", "Id": "default", "Statement": statements}
        length = len(json.dumps(policy, separators=(",", ":")))
        print(f"{alias}: {len(statements)} permissions, {length} of {LIMIT} bytes")
        too_long |= length > LIMIT
    if too_long:
        sys.exit("a policy is too long: let a function have fewer routes, or one permission for all of them")


main(sys.argv[1])
