package dev.touchstone.server.foundation.packs;

import dev.touchstone.engine.policy.ContentPack;
import dev.touchstone.engine.policy.RuleText;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/packs")
class PacksApi {

    private final Packs packs;

    PacksApi(Packs packs) {
        this.packs = packs;
    }

    /** Whose pack it is. */
    enum Origin {
        SHIPPED,
        ORGANISATION
    }

    /**
     * @param digest SHA-256 over the files of the pack
     * @param installedAt null for a shipped one
     */
    record PackView(
            String id,
            String version,
            Text title,
            String licence,
            List<String> languages,
            Origin origin,
            int policies,
            int measuredRules,
            String digest,
            @Nullable String installedBy,
            @Nullable Instant installedAt) {

        static PackView of(ContentPack pack, @Nullable InstalledPack installed) {
            return new PackView(
                    pack.id(),
                    pack.version(),
                    pack.title(),
                    pack.licence(),
                    pack.languages(),
                    installed == null ? Origin.SHIPPED : Origin.ORGANISATION,
                    pack.policies().size(),
                    pack.precision().size(),
                    pack.digest(),
                    installed == null ? null : installed.installedBy(),
                    installed == null ? null : installed.installedAt());
        }
    }

    /**
     * @param files texts by path, {@code pack.yml} among them
     */
    record PackFiles(@NotNull @Size(min = 1, max = 100) Map<String, String> files) {}

    @GetMapping
    @Needs(Permission.POLICY_READ)
    Page<PackView> list() {
        var all = new ArrayList<PackView>();
        packs.own().forEach(own -> all.add(PackView.of(own.pack(), own)));
        all.add(PackView.of(packs.shipped(), null));
        return new Page<>(all, null);
    }

    /** What a rule of a shipped scanner says to people; other scanners bring their own texts. */
    @GetMapping("/rules/{rule}")
    @Needs(Permission.FINDING_READ)
    RuleText rule(@PathVariable String rule) {
        return packs.ruleText(rule);
    }

    /** Installs a pack for the caller's legal entity, beside the shipped ones. */
    @PutMapping("/{id}")
    @Needs(Permission.PACK_MANAGE)
    PackView install(@PathVariable String id, @Valid @RequestBody PackFiles pack) {
        var installed = packs.install(id, pack.files());
        return PackView.of(installed.pack(), installed);
    }
}
