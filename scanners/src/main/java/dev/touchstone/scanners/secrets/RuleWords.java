package dev.touchstone.scanners.secrets;

import dev.touchstone.engine.policy.Text;
import org.jspecify.annotations.Nullable;

/** Puts a rule's own words (what it is, what it opens, where it is revoked) into sentences. */
final class RuleWords {

    private RuleWords() {}

    static Text title(RuleReader.Entry entry) {
        if (entry.title() instanceof Text title) return title;
        Text name = needed(entry.name(), "name");
        return new Text("文件中写有" + name.zh(), name.en() + " in the file");
    }

    static Text why(RuleReader.Entry entry) {
        if (entry.why() instanceof Text why) return why;
        Text grants = needed(entry.grants(), "grants");
        return new Text(
                "凡是能读到此文件、它的副本或提交历史的人，都可以" + grants.zh() + "。",
                "Whoever can read this file, a copy of it or its history can " + grants.en() + ".");
    }

    static Text mend(RuleReader.Entry entry) {
        if (entry.mend() instanceof Text mend) return mend;
        Text revoke = needed(entry.revoke(), "revoke");
        return new Text(
                "先吊销：" + revoke.zh() + "。再签发新的，由密钥保管系统或环境变量在运行时提供，不写入文件。最后清理提交历史，并查看旧凭证的使用记录。",
                "Revoke it first: "
                        + revoke.en()
                        + ". Then issue a new one that the program gets from a vault or the environment while it runs. Last, remove it from the"
                        + " history and look through the log of its use.");
    }

    private static Text needed(@Nullable Text text, String field) {
        if (text == null) {
            throw new IllegalArgumentException("it needs \"" + field + "\" with zh and en");
        }
        return text;
    }
}
